package org.tallystick.node.cluster;

import java.time.Duration;
import org.tallystick.node.machine.LedgerClock;

/**
 * How the log is to be kept. The meaning of each is told where a user sets it, at the node's configuration.
 */
public record LogSettings(
        LedgerClock clock,
        boolean timersEnabled,
        Duration snapshotInterval,
        long snapshotEveryEntries,
        int logTermBytes,
        int logSegmentBytes,
        int maxInFlightEntries,
        long maxInFlightBytes,
        int maxEnvelopeBytes,
        int preparationThreads,
        Duration sessionTimeout) {}
