package org.tallystick.ledger.money;

/** How an exact result becomes an integer. Every rounding in the ledger names one of these. */
public enum Rounding {
    /** Towards zero: what is cut off is dropped. */
    DOWN,
    /** Away from zero: any remainder, however small, adds one to the magnitude. */
    UP,
    /** To the nearest; a tie goes away from zero. This is the rounding of 31 CFR 356. */
    HALF_UP
}
