package org.tallystick.readmodel.view;

/**
 * One change of one holding.
 *
 * @param index the entry
 * @param sequence its place among the changes of that entry, from 0
 * @param cause what it was part of
 * @param reference number of that: settlement, hold, auction, distribution; 0 where the cause has none
 * @param counterparty the account at the other end; 0 where there is none
 * @param counterpartyCode code of the party whose account that is; empty where there is none
 * @param available change of what is available, negative for less
 * @param held change of what is held
 * @param availableAfter what was available after it
 * @param heldAfter what was held after it
 */
public record StatementLine(
        long index,
        int sequence,
        long timeMillis,
        int account,
        int asset,
        String assetCode,
        int scale,
        Cause cause,
        long reference,
        int counterparty,
        String counterpartyCode,
        long available,
        long held,
        long availableAfter,
        long heldAfter) {

    /** What a change was part of. */
    public enum Cause {
        ISSUE,
        REDEMPTION,
        SETTLEMENT,
        HOLD_PLACED,
        HOLD_RELEASED,
        HOLD_DELIVERED,
        AUCTION,
        INTEREST,
        MATURITY,
        STRIPPING,
        OTHER
    }
}
