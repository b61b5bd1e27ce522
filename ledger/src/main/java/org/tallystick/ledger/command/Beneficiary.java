package org.tallystick.ledger.command;

/** For whom something is held. */
public sealed interface Beneficiary {

    /** A party: it alone may take or release what is held. */
    record Party(int party) implements Beneficiary {}

    /** An auction: pays for what is awarded to the account. */
    record Auction(int auction) implements Beneficiary {}

    /** The holders a distribution pays; placed by the ledger on the paying agent's cash, never by command. */
    record Distribution(long distribution) implements Beneficiary {}
}
