package org.tallystick.readmodel.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.readmodel.view.HoldView.BeneficiaryKind;
import org.tallystick.readmodel.view.SettlementView.State;
import org.tallystick.readmodel.view.StatementLine.Cause;

/** Settlements, their legs, and what each party has said. */
final class SettlementFacts {

    /** Stands for the whole ledger among the sums. */
    private static final int EVERYONE = 0;

    private final Mirror mirror;
    private final MovementFacts movements;

    SettlementFacts(Mirror mirror, MovementFacts movements) {
        this.mirror = mirror;
        this.movements = movements;
    }

    /** @param posted the legs that moved right before this */
    void apply(SettlementEvent event, List<Leg> posted, Current at) {
        switch (event) {
            case SettlementEvent.SettlementInstructed e -> instructed(e, at);
            case SettlementEvent.SettlementAffirmed e -> {
                StakeRow stake = stake(pending(e.settlement(), at), e.party(), at);
                mirror.change(stake).affirmedEntry = at.index;
            }
            case SettlementEvent.SettlementFinal e -> settled(e.settlement(), posted, at);
            case SettlementEvent.SettlementFailed e ->
                pending(e.settlement(), at).failedFor = e.reason().name();
            case SettlementEvent.CancellationAgreed e -> agreedToCancel(e, at);
            case SettlementEvent.SettlementCancelled e -> ended(pending(e.settlement(), at), State.CANCELLED, at);
            case SettlementEvent.SettlementLapsed e -> ended(pending(e.settlement(), at), State.LAPSED, at);
        }
    }

    private void instructed(SettlementEvent.SettlementInstructed e, Current at) {
        SettlementRow row = new SettlementRow(
                e.settlement(),
                e.proposer(),
                State.PENDING.name(),
                at.index,
                at.timeMillis,
                at.index,
                at.timeMillis,
                e.valueDate(),
                e.deadlineMillis(),
                null);
        open(row, e.legs(), 0, at);
        each(row, party -> mirror.activity(party).settlementsPending++);
    }

    /** Every giver had signed the instruction: it was settled with no word of it before. */
    private SettlementRow instructedAndSettled(long number, List<Leg> legs, Current at) {
        @Nullable InstructSettlement asked = at.command instanceof InstructSettlement command ? command : null;
        SettlementRow row = new SettlementRow(
                number,
                at.party,
                State.PENDING.name(),
                at.index,
                at.timeMillis,
                at.index,
                at.timeMillis,
                asked == null ? null : asked.valueDate(),
                asked == null ? 0 : asked.deadlineMillis(),
                null);
        open(row, legs, at.index, at);
        return row;
    }

    private void open(SettlementRow row, List<Leg> legs, long affirmedEntry, Current at) {
        if (row.settlement <= mirror.lastSettlement) {
            throw at.wrong("settlement " + row.settlement + " was instructed before");
        }
        mirror.lastSettlement = row.settlement;
        mirror.settlements.put(row.settlement, mirror.change(row));
        TreeMap<Integer, Boolean> parties = new TreeMap<>();
        parties.put(row.proposer, false);
        Rows rows = at.batch.added(Sheet.SETTLEMENT_LEG);
        for (int i = 0; i < legs.size(); i++) {
            Leg leg = legs.get(i);
            rows.add(row.settlement)
                    .add(i)
                    .add(leg.asset())
                    .add(leg.fromAccount())
                    .add(leg.toAccount())
                    .add(leg.amount())
                    .add(leg.hold())
                    .end();
            parties.putIfAbsent(owner(leg.toAccount(), at), false);
            parties.putIfAbsent(owner(leg.fromAccount(), at), false);
            parties.put(giver(leg, at), true);
        }
        row.stakes = new ArrayList<>(parties.size());
        parties.forEach((party, gives) -> row.stakes.add(
                mirror.change(new StakeRow(row.settlement, party, gives, gives ? affirmedEntry : 0, 0))));
        each(row, party -> mirror.flow(party, at.timeMillis).instructed++);
    }

    private int owner(int account, Current at) {
        int party = mirror.owner(account);
        if (party == 0) {
            throw at.wrong("account " + account + " is not registered");
        }
        return party;
    }

    /** The party whose word a leg needs: that of the account, or that for which the hold was placed. */
    private int giver(Leg leg, Current at) {
        if (leg.hold() == 0) {
            return owner(leg.fromAccount(), at);
        }
        HoldRow hold = mirror.holds.find(leg.hold());
        if (hold == null || !hold.beneficiaryKind.equals(BeneficiaryKind.PARTY.name())) {
            throw at.wrong("hold " + leg.hold() + " is no party's to give");
        }
        return (int) hold.beneficiary;
    }

    private void settled(long number, List<Leg> posted, Current at) {
        movements.explain(Cause.SETTLEMENT, number, line -> line.kind == Line.Kind.POSTED);
        boolean waited = number <= mirror.lastSettlement;
        SettlementRow row = waited ? pending(number, at) : instructedAndSettled(number, posted, at);
        if (!waited) {
            each(row, party -> mirror.activity(party).settlementsPending++);
        }
        row.failedFor = null;
        row.state = State.FINAL.name();
        each(row, party -> {
            mirror.activity(party).settlementsPending--;
            mirror.activity(party).settlementsFinal++;
            mirror.flow(party, at.timeMillis).settled++;
        });
    }

    private void agreedToCancel(SettlementEvent.CancellationAgreed e, Current at) {
        StakeRow stake = stake(pending(e.settlement(), at), e.party(), at);
        mirror.change(stake).cancelEntry = at.index;
    }

    private void ended(SettlementRow row, State state, Current at) {
        row.state = state.name();
        each(row, party -> {
            mirror.activity(party).settlementsPending--;
            mirror.flow(party, at.timeMillis).ended++;
        });
    }

    /** For the whole ledger and each party to a settlement. */
    private void each(SettlementRow row, Consumer<Integer> what) {
        what.accept(EVERYONE);
        mirror.stakes(row).forEach(stake -> what.accept(stake.party));
    }

    private SettlementRow pending(long number, Current at) {
        SettlementRow row = mirror.settlements.find(number);
        if (row == null || !row.state.equals(State.PENDING.name())) {
            throw at.wrong("settlement " + number + " does not wait");
        }
        row.changedEntry = at.index;
        row.changedMillis = at.timeMillis;
        return mirror.change(row);
    }

    private StakeRow stake(SettlementRow row, int party, Current at) {
        for (StakeRow stake : mirror.stakes(row)) {
            if (stake.party == party) {
                return stake;
            }
        }
        throw at.wrong("party " + party + " is no party to settlement " + row.settlement);
    }
}
