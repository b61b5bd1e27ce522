package org.tallystick.node.machine;

/**
 * The clock by which an authority stamps the entries it orders. It may stand still or go back: an entry's time is never
 * less than that of the entry before it.
 */
@FunctionalInterface
public interface LedgerClock {

    /** Milliseconds since the epoch, UTC. */
    long millis();

    /** The clock of this computer. */
    static LedgerClock system() {
        return System::currentTimeMillis;
    }
}
