package org.tallystick.app.day.count;

/** What happened how often, and for how much. Amounts are cents. */
public final class Counts {

    long businessDays;
    long entries;
    long auctionsAnnounced;
    long auctionsAwarded;
    long auctionsCompleted;
    long awardsIssued;
    long proceedsCents;
    long dollarsIssuedCents;
    long dollarsRedeemedCents;
    long otherReceiptsCents;
    long otherReceipts;
    long settlementsFinal;
    long legsPosted;
    long settlementsFailed;
    long settlementsLapsed;
    long settlementsCancelled;
    long interestPayments;
    long interestHolders;
    long interestCents;
    long redemptions;
    long redemptionHolders;
    long redemptionCents;
    long residualCents;
    long obligationsRecorded;
    long obligationsDischarged;
    long repeated;

    public long businessDays() {
        return businessDays;
    }

    public long entries() {
        return entries;
    }

    public long auctionsAnnounced() {
        return auctionsAnnounced;
    }

    public long auctionsAwarded() {
        return auctionsAwarded;
    }

    /** Auctions of which every award has been issued. */
    public long auctionsCompleted() {
        return auctionsCompleted;
    }

    public long awardsIssued() {
        return awardsIssued;
    }

    /** What bidders paid the Treasury. */
    public long proceedsCents() {
        return proceedsCents;
    }

    /** Dollars that the reserve bank brought into being, for whomever. */
    public long dollarsIssuedCents() {
        return dollarsIssuedCents;
    }

    /** Dollars that it took out of being again. */
    public long dollarsRedeemedCents() {
        return dollarsRedeemedCents;
    }

    /** Of those issued, what the Treasury was credited with because its proceeds did not suffice. */
    public long otherReceiptsCents() {
        return otherReceiptsCents;
    }

    /** How often that was. */
    public long otherReceipts() {
        return otherReceipts;
    }

    public long settlementsFinal() {
        return settlementsFinal;
    }

    public long legsPosted() {
        return legsPosted;
    }

    /** Settlements agreed for a value date on which something was missing. */
    public long settlementsFailed() {
        return settlementsFailed;
    }

    public long settlementsLapsed() {
        return settlementsLapsed;
    }

    public long settlementsCancelled() {
        return settlementsCancelled;
    }

    /** Interest payments of securities that were paid in full. */
    public long interestPayments() {
        return interestPayments;
    }

    public long interestHolders() {
        return interestHolders;
    }

    /** Paid to holders, the residual not included. */
    public long interestCents() {
        return interestCents;
    }

    /** Securities repaid in full. */
    public long redemptions() {
        return redemptions;
    }

    public long redemptionHolders() {
        return redemptionHolders;
    }

    public long redemptionCents() {
        return redemptionCents;
    }

    /** What rounding left over. */
    public long residualCents() {
        return residualCents;
    }

    public long obligationsRecorded() {
        return obligationsRecorded;
    }

    public long obligationsDischarged() {
        return obligationsDischarged;
    }

    /** Envelopes that came again, and were not carried out again. */
    public long repeated() {
        return repeated;
    }
}
