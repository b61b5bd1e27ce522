package org.tallystick.ledger.command;

/** Movements a party asks for directly: issue and redeem, and holds on what it owns. */
public sealed interface BookCommand extends Command {

    /** Brings new units of a cash asset into being, on any account. Only its issuer may. */
    record IssueCash(int asset, int account, long amount) implements BookCommand {}

    /** Takes units of a cash asset out of being, from an account of its issuer. Only its issuer may. */
    record RedeemCash(int asset, int account, long amount) implements BookCommand {}

    /**
     * Sets an amount aside for someone until a time: it leaves the available balance and counts in every check. A holding
     * carries at most 1,000 holds.
     *
     * @param expiryMillis ledger time at which what is left returns to available; later than now
     * @param reference the party's own words, 0 to 35 characters
     */
    record PlaceHold(int account, int asset, long amount, Beneficiary beneficiary, long expiryMillis, String reference)
            implements BookCommand {}

    /** The beneficiary gives back part or all of a hold. */
    record ReleaseHold(long hold, long amount) implements BookCommand {}

    /** The beneficiary takes part or all of a hold, to any account. */
    record DeliverHold(long hold, int toAccount, long amount) implements BookCommand {}
}
