package org.tallystick.simulator.audit;

import org.tallystick.ledger.command.Beneficiary;

/** A hold and what is left of it, in minor units. */
record OpenHold(int account, int asset, long left, Beneficiary beneficiary, long expiryMillis) {

    OpenHold less(long amount) {
        return new OpenHold(account, asset, left - amount, beneficiary, expiryMillis);
    }
}
