package org.tallystick.simulator.audit;

import java.math.BigInteger;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.ServicingEvent.ObligationRecorded;

/** A debt is recorded only where cash is short, and is gone only when it has been paid. */
final class Obligations implements Check {

    @Override
    public String rule() {
        return "obligations";
    }

    @Override
    public void event(Event event, Cause cause, Model before, Findings findings) {
        switch (event) {
            case ObligationRecorded e -> {
                findings.expect(
                        e.obligation() == before.payments().nextObligation(),
                        this,
                        "obligation " + e.obligation() + " is not the next obligation's number");
                BigInteger available =
                        before.balances().of(e.account(), e.asset()).available();
                findings.expect(
                        available.compareTo(BigInteger.valueOf(e.amount())) < 0
                                || e.kind() == ServicingEvent.ObligationKind.AWARD,
                        this,
                        "obligation " + e.obligation() + " of " + e.amount() + " was recorded, but account "
                                + e.account() + " has " + available);
            }
            case ServicingEvent.ObligationDischarged e ->
                findings.expect(
                        before.payments().obligation(e.obligation()) != null,
                        this,
                        "obligation " + e.obligation() + " was discharged and does not stand");
            case Event other -> {}
        }
    }
}
