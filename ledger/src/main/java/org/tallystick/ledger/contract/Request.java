package org.tallystick.ledger.contract;

import org.tallystick.ledger.register.Party;

/**
 * Who asks, with whose word, and when.
 *
 * @param nowMillis ledger time of the entry
 */
public record Request(long nowMillis, Party party, Authority authority) {

    /** How far ahead a deadline or an expiry may lie: 400 days. */
    public static final long FARTHEST_MILLIS = 400L * 24 * 60 * 60 * 1000;

    /** Whether a time is still to come but not too far. */
    public boolean isTooFar(long timeMillis) {
        return timeMillis - nowMillis > FARTHEST_MILLIS;
    }
}
