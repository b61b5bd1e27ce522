package org.tallystick.app.day.plan;

/** Assets that are not securities, and accounts, by their numbers on the ledger of a run. */
public final class Numbers {

    /** Tokenised dollars of the Federal Reserve Bank, in cents. */
    public static final int USD = 1;

    /** Tokenised euros, in cents, for payment versus payment. */
    public static final int EUR = 2;

    /** Securities have the numbers after these. */
    static final int LAST_CASH_ASSET = EUR;

    static final long CENTS = 100;
    static final long MILLION = 1_000_000 * CENTS;

    private Numbers() {}
}
