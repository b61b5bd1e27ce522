package org.tallystick.simulator.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * What happened in a simulated life.
 *
 * @param seed repeats it
 * @param entries log entries executed
 * @param accepted commands that happened
 * @param happened the kinds of facts that occurred, by the names of their events
 * @param rejected commands that were rejected, by code
 * @param refused envelopes that were refused as a whole, by code
 * @param repeated envelopes that had been admitted before
 * @param crashes how often the ledger was lost and rebuilt
 * @param failure what went wrong, with the seed and the step that repeat it; empty if nothing did
 */
public record SimulationResult(
        long seed,
        int steps,
        long entries,
        long accepted,
        Set<String> happened,
        Map<RejectionCode, Long> rejected,
        Map<RejectionCode, Long> refused,
        long repeated,
        long crashes,
        long snapshots,
        long forks,
        Digest stateHash,
        Optional<String> failure) {

    public boolean holds() {
        return failure.isEmpty();
    }
}
