package org.tallystick.ledger.event;

import java.time.LocalDate;

/** A payment a security owes, and what became of it. */
public sealed interface ServicingEvent extends Event {

    /** What a distribution pays. */
    enum Kind {
        INTEREST,
        REDEMPTION
    }

    /**
     * The holders of record were fixed.
     *
     * @param scheduledDate the date the security's terms name; it is paid on this or the next business day
     * @param supply par outstanding at that moment, in the security's minor units
     * @param due what is owed on all of it, to the cent, in minor units of the cash asset
     */
    record DistributionOpened(long distribution, int asset, Kind kind, LocalDate scheduledDate, long supply, long due)
            implements ServicingEvent {}

    /** The whole amount due was set aside from the paying account; holders are paid from it in steps. */
    record DistributionFunded(long distribution, long hold) implements ServicingEvent {}

    /** One holder of record was paid, on the account that held the security. */
    record HolderPaid(long distribution, int account, long par, long amount) implements ServicingEvent {}

    /**
     * Every holder has been paid.
     *
     * @param residual what rounding left over; it went to the asset's residual account
     */
    record DistributionClosed(long distribution, long paid, long residual) implements ServicingEvent {}

    /** What an obligation is for. */
    enum ObligationKind {
        /** The paying agent owes a distribution; the reference is its number. */
        DISTRIBUTION,
        /** A bidder owes the price of an award; the reference is auction number * 1000 + award position. */
        AWARD
    }

    /** Cash was short: nothing moved, and the debt stands until it is discharged. */
    record ObligationRecorded(long obligation, ObligationKind kind, long reference, int account, int asset, long amount)
            implements ServicingEvent {}

    record ObligationDischarged(long obligation) implements ServicingEvent {}

    /** Par was exchanged for its components; the movements precede this. */
    record SecurityStripped(int asset, int account, long par) implements ServicingEvent {}

    /** Components were exchanged for par; the movements precede this. */
    record SecurityReconstituted(int asset, int account, long par) implements ServicingEvent {}
}
