package org.tallystick.ledger.rejection;

import java.time.LocalDate;

/** What the number in a rejection is the number of; each code has one. */
public enum Subject {
    /** There is no number: what was asked is wrong in itself. */
    NONE("number"),
    PARTY("party"),
    ACCOUNT("account"),
    ASSET("asset"),
    HOLD("hold"),
    SETTLEMENT("settlement"),
    AUCTION("auction"),
    OBLIGATION("obligation"),
    /** A day, counted from 1970-01-01. */
    DAY("day"),
    /** The number that was given for something new. */
    NUMBER("number");

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    /** In words: "account 14", "2022-08-15". */
    String named(long number) {
        return this == DAY ? LocalDate.ofEpochDay(number).toString() : word + " " + number;
    }
}
