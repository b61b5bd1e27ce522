package org.tallystick.ledger.event;

import java.util.List;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;

/** A change of holdings. Amounts are positive, in the asset's minor units. */
public sealed interface Movement extends Event {

    /** New units came into being, available on the account; the asset's supply grew by as much. */
    record Issued(int asset, int account, long amount) implements Movement {}

    /** Available units of the account went out of being; the asset's supply shrank by as much. */
    record Redeemed(int asset, int account, long amount) implements Movement {}

    /**
     * Legs were posted together. A leg without a hold moved from available to available; a leg with one moved from the
     * hold.
     */
    record Posted(List<Leg> legs) implements Movement {}

    /** Moved from available to held, on the same account. */
    record HoldPlaced(
            long hold,
            int account,
            int asset,
            long amount,
            Beneficiary beneficiary,
            long expiryMillis,
            String reference)
            implements Movement {}

    /** Moved from held back to available. A hold of which nothing is left is gone. */
    record HoldReleased(long hold, long amount) implements Movement {}

    /** Moved from held to another account's available. A hold of which nothing is left is gone. */
    record HoldDelivered(long hold, int toAccount, long amount) implements Movement {}
}
