package org.tallystick.ledger.book;

import org.tallystick.ledger.command.Beneficiary;

/**
 * An amount set aside.
 *
 * @param amount what is left of it, in the asset's minor units; positive
 * @param expiryMillis ledger time at which what is left returns; {@link Long#MAX_VALUE} for never
 */
public record Hold(
        long number,
        int account,
        int asset,
        long amount,
        Beneficiary beneficiary,
        long expiryMillis,
        String reference) {

    Hold less(long taken) {
        return new Hold(number, account, asset, amount - taken, beneficiary, expiryMillis, reference);
    }
}
