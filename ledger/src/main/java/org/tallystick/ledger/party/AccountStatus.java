package org.tallystick.ledger.party;

/** What may happen on an account. */
public enum AccountStatus {
    /** Gives and receives. */
    OPEN,
    /** Receives; gives nothing. */
    FROZEN,
    /** Empty and at its end: neither gives nor receives. */
    CLOSED
}
