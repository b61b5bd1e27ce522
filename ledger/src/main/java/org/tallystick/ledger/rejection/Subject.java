package org.tallystick.ledger.rejection;

/** What the number in a rejection is the number of; each code has one. */
public enum Subject {
    /** There is no number: what was asked is wrong in itself. */
    NONE,
    PARTY,
    ACCOUNT,
    ASSET,
    HOLD,
    SETTLEMENT,
    AUCTION,
    OBLIGATION,
    /** A day, counted from 1970-01-01. */
    DAY,
    /** The number that was given for something new. */
    NUMBER
}
