package org.tallystick.app.day.run;

import java.time.Duration;
import org.tallystick.app.day.count.Conservation;
import org.tallystick.ledger.outcome.Digest;

/**
 * How a run ended.
 *
 * @param entries in the log
 * @param reconciliation of what was acknowledged before this process began
 * @param elapsed from the start of the node
 * @param running the part of it in which entries were executed or compared
 */
public record Result(
        long entries,
        Reconciliation reconciliation,
        Conservation conservation,
        Digest stateHash,
        Duration elapsed,
        Duration running) {

    /** Entries that this process submitted. */
    public long submitted() {
        return entries - reconciliation.logged();
    }
}
