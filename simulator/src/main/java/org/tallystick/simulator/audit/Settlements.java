package org.tallystick.simulator.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.simulator.audit.Agreements.Agreement;
import org.tallystick.simulator.audit.Agreements.State;

/**
 * A settlement is final when everyone who gives has agreed and all its legs have moved, and only then; it ends once; it is
 * withdrawn only by those who may.
 */
final class Settlements implements Check {

    /** What has just been posted, waiting for the settlement that explains it. */
    private @Nullable List<Leg> posted;

    private Set<Integer> giversOfPosted = new TreeSet<>();

    @Override
    public String rule() {
        return "settlements";
    }

    @Override
    public void opening(Observation observation, Receipt receipt, Model before, Findings findings) {
        posted = null;
    }

    @Override
    public void event(Event event, Cause cause, Model before, Findings findings) {
        if (posted != null && !(event instanceof SettlementEvent.SettlementFinal)) {
            findings.add(this, "legs moved without a settlement becoming final: " + posted);
            posted = null;
        }
        if (event instanceof Movement.Posted movement) {
            posted = movement.legs();
            giversOfPosted = Agreements.givers(movement.legs(), before);
        } else if (event instanceof SettlementEvent settlement) {
            step(settlement, cause, before, findings);
        }
    }

    @Override
    public void closing(Observation observation, Receipt receipt, Model after, Findings findings) {
        findings.expect(posted == null, this, "legs moved without a settlement becoming final: " + posted);
    }

    private void step(SettlementEvent event, Cause cause, Model before, Findings findings) {
        if (event instanceof SettlementEvent.SettlementInstructed e) {
            instructed(e, cause, before, findings);
            return;
        }
        long number = numberOf(event);
        Agreement agreement = before.agreements().get(number);
        SettlementEvent.SettlementInstructed atOnce =
                before.agreements().instructedAtOnce(event, cause, before).orElse(null);
        if (agreement == null && atOnce != null) {
            // Holds that the legs drew on are used up by now: who gives was noted when they moved.
            Set<Integer> agreed = new TreeSet<>(giversOfPosted);
            agreed.removeIf(party -> !cause.consents(party));
            instructed(atOnce, cause, before, findings);
            agreement = new Agreement(
                    atOnce.proposer(),
                    atOnce.legs(),
                    atOnce.valueDate(),
                    atOnce.deadlineMillis(),
                    agreed,
                    Set.of(),
                    State.OPEN);
        }
        if (agreement == null || agreement.state() != State.OPEN) {
            findings.add(
                    this,
                    event + " happened, but settlement " + number + " is "
                            + (agreement == null ? "not known" : agreement.state()));
            return;
        }
        switch (event) {
            case SettlementEvent.SettlementInstructed e -> {}
            case SettlementEvent.SettlementAffirmed e -> agreed(e.settlement(), e.party(), cause, findings);
            case SettlementEvent.CancellationAgreed e -> agreed(e.settlement(), e.party(), cause, findings);
            case SettlementEvent.SettlementFinal e -> becameFinal(number, agreement, before, findings);
            case SettlementEvent.SettlementFailed e -> {}
            case SettlementEvent.SettlementCancelled e -> cancelled(number, agreement, cause, findings);
            case SettlementEvent.SettlementLapsed e ->
                findings.expect(
                        agreement.deadlineMillis() <= before.timeMillis(),
                        this,
                        "settlement " + number + " lapsed at " + before.timeMillis() + ", before its deadline "
                                + agreement.deadlineMillis());
        }
    }

    private static long numberOf(SettlementEvent event) {
        return switch (event) {
            case SettlementEvent.SettlementInstructed e -> e.settlement();
            case SettlementEvent.SettlementAffirmed e -> e.settlement();
            case SettlementEvent.SettlementFinal e -> e.settlement();
            case SettlementEvent.SettlementFailed e -> e.settlement();
            case SettlementEvent.CancellationAgreed e -> e.settlement();
            case SettlementEvent.SettlementCancelled e -> e.settlement();
            case SettlementEvent.SettlementLapsed e -> e.settlement();
        };
    }

    private void instructed(SettlementEvent.SettlementInstructed e, Cause cause, Model before, Findings findings) {
        findings.expect(
                e.settlement() == before.agreements().next(),
                this,
                "settlement " + e.settlement() + " is not the next settlement's number");
        findings.expect(
                cause.consents(e.proposer()),
                this,
                "settlement " + e.settlement() + " was proposed without its proposer");
        findings.expect(
                e.deadlineMillis() > before.timeMillis(), this, "settlement " + e.settlement() + " was born too late");
    }

    private void agreed(long settlement, int party, Cause cause, Findings findings) {
        findings.expect(
                cause.consents(party),
                this,
                "party " + party + " never signed what it agreed to in settlement " + settlement);
    }

    private void becameFinal(long number, Agreement agreement, Model before, Findings findings) {
        findings.expect(
                agreement.legs().equals(posted),
                this,
                "settlement " + number + " is final, but what moved is " + posted + " and not its legs "
                        + agreement.legs());
        for (int giver : giversOfPosted) {
            findings.expect(
                    agreement.affirmed().contains(giver),
                    this,
                    "settlement " + number + " is final, but party " + giver + ", which gives, never agreed");
        }
        findings.expect(
                agreement.deadlineMillis() > before.timeMillis(),
                this,
                "settlement " + number + " is final at " + before.timeMillis() + ", its deadline was "
                        + agreement.deadlineMillis());
        LocalDate valueDate = agreement.valueDate();
        LocalDate today = before.registered().businessDate();
        findings.expect(
                valueDate == null || today != null && !today.isBefore(valueDate),
                this,
                "settlement " + number + " is final on " + today + ", before its value date " + valueDate);
        posted = null;
    }

    private void cancelled(long number, Agreement agreement, Cause cause, Findings findings) {
        Set<Integer> others = new TreeSet<>(agreement.affirmed());
        others.remove(agreement.proposer());
        boolean byProposer = others.isEmpty() && cause.consents(agreement.proposer());
        boolean byAll = agreement.affirmed().stream()
                .allMatch(party -> agreement.wantCancelled().contains(party) || cause.consents(party));
        findings.expect(
                byProposer || byAll && cause instanceof Cause.Asked,
                this,
                "settlement " + number + " was cancelled, but of those who affirmed it, " + agreement.affirmed()
                        + ", only " + agreement.wantCancelled() + " had asked for that");
    }
}
