package org.tallystick.simulator.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.event.SettlementEvent;

/** Settlements and who has agreed to them. */
final class Agreements {

    enum State {
        OPEN,
        FINAL,
        CANCELLED,
        LAPSED
    }

    /** One settlement. Sets are those of parties. */
    record Agreement(
            int proposer,
            List<Leg> legs,
            @Nullable LocalDate valueDate,
            long deadlineMillis,
            Set<Integer> affirmed,
            Set<Integer> wantCancelled,
            State state) {

        Agreement in(State next) {
            return new Agreement(proposer, legs, valueDate, deadlineMillis, affirmed, wantCancelled, next);
        }
    }

    private final Map<Long, Agreement> agreements = new TreeMap<>();

    @Nullable
    Agreement get(long settlement) {
        return agreements.get(settlement);
    }

    long next() {
        return agreements.size() + 1L;
    }

    /** Who gives something: owners of accounts debited, and beneficiaries of the holds that legs draw on. */
    static Set<Integer> givers(List<Leg> legs, Model model) {
        Set<Integer> givers = new TreeSet<>();
        for (Leg leg : legs) {
            OpenHold hold = leg.hold() == 0 ? null : model.balances().hold(leg.hold());
            if (hold != null && hold.beneficiary() instanceof Beneficiary.Party beneficiary) {
                givers.add(beneficiary.party());
            } else {
                givers.add(model.registered().ownerOf(leg.fromAccount()));
            }
        }
        return givers;
    }

    /**
     * Whoever gives and has signed the envelope that instructs a settlement has agreed to it by that.
     *
     * <p>A settlement that is final at once is told by its movement alone: its terms are those of the command.
     */
    void apply(SettlementEvent event, Cause cause, Model model) {
        instructedAtOnce(event, cause, model).ifPresent(e -> apply(e, cause, model));
        switch (event) {
            case SettlementEvent.SettlementInstructed e ->
                agreements.put(
                        e.settlement(),
                        new Agreement(
                                e.proposer(),
                                e.legs(),
                                e.valueDate(),
                                e.deadlineMillis(),
                                agreeing(e.legs(), cause, model),
                                new TreeSet<>(),
                                State.OPEN));
            case SettlementEvent.SettlementAffirmed e ->
                agreements.computeIfPresent(e.settlement(), (n, a) -> {
                    a.affirmed().add(e.party());
                    return a;
                });
            case SettlementEvent.SettlementFinal e -> move(e.settlement(), State.FINAL);
            case SettlementEvent.SettlementFailed e -> {}
            case SettlementEvent.CancellationAgreed e ->
                agreements.computeIfPresent(e.settlement(), (n, a) -> {
                    a.wantCancelled().add(e.party());
                    return a;
                });
            case SettlementEvent.SettlementCancelled e -> move(e.settlement(), State.CANCELLED);
            case SettlementEvent.SettlementLapsed e -> move(e.settlement(), State.LAPSED);
        }
    }

    /** The instruction behind a settlement that was never pending, if this is the end of one. */
    Optional<SettlementEvent.SettlementInstructed> instructedAtOnce(SettlementEvent event, Cause cause, Model model) {
        return event instanceof SettlementEvent.SettlementFinal last
                        && last.settlement() == next()
                        && cause instanceof Cause.Asked asked
                        && asked.command() instanceof SettlementCommand.InstructSettlement c
                ? Optional.of(new SettlementEvent.SettlementInstructed(
                        last.settlement(), asked.party(), c.legs(), c.valueDate(), c.deadlineMillis()))
                : Optional.empty();
    }

    static Set<Integer> agreeing(List<Leg> legs, Cause cause, Model model) {
        Set<Integer> agreeing = givers(legs, model);
        agreeing.removeIf(party -> !cause.consents(party));
        return agreeing;
    }

    private void move(long settlement, State state) {
        agreements.computeIfPresent(settlement, (n, a) -> a.in(state));
    }
}
