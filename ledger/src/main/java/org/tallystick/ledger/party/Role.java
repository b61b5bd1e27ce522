package org.tallystick.ledger.party;

/** What a party may do beyond moving what it owns. The order is the order of bits in {@link Roles}. */
public enum Role {
    /** Keeps the register: parties, keys, accounts, assets, calendars, prices, the business date. */
    OPERATOR,
    /** Issues securities: announces and awards auctions, pays interest and principal. */
    ISSUER,
    /** Issues tokenised dollars: a central bank, a bank, a stablecoin issuer. */
    CASH_ISSUER,
    /** Holds and settles. */
    PARTICIPANT,
    /** Sees what its mandate covers and moves nothing. */
    SUPERVISOR
}
