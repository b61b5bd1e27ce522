package org.tallystick.node;

import java.nio.file.Path;
import java.time.Duration;
import org.tallystick.node.cluster.LogSettings;
import org.tallystick.node.machine.LedgerClock;

/**
 * How a node is to run. All but the first two have defaults: {@link #builder}.
 *
 * @param dataDirectory where everything is kept; made when it does not exist, its parent must
 * @param ledgerId which ledger this is: 1 to 64 letters, digits, dots, hyphens or underscores
 * @param clock stamps the entries
 * @param timersEnabled whether the log's timer runs what is due; without it a driver submits what makes it run
 * @param snapshotInterval time between snapshots, while there are new entries
 * @param snapshotEveryEntries a snapshot is taken, too, when there are so many new entries: it bounds what a start
 *     replays
 * @param logTermBytes length of one of the log's three buffers in memory: a power of two, 1 MiB to 64 MiB
 * @param logSegmentBytes length of a file of the log: a power of two, at least {@code logTermBytes}; also the room the
 *     disk must have for the log to start
 * @param journalSegmentBytes length at which a new file of the journal is begun, 64 KiB to 1 GiB
 * @param maxInFlightEntries submissions without a receipt that the node allows
 * @param maxInFlightBytes bytes in them
 * @param diskReserveBytes submissions are refused while the disk has less room than this
 * @param preparationThreads threads that prepare envelopes ahead of their order, by default one a processor; with 0 the
 *     submitting thread does
 * @param sessionTimeout how long the node's own threads may stand still before the log takes it for gone
 */
public record NodeConfig(
        Path dataDirectory,
        String ledgerId,
        LedgerClock clock,
        boolean timersEnabled,
        Duration snapshotInterval,
        long snapshotEveryEntries,
        int logTermBytes,
        int logSegmentBytes,
        long journalSegmentBytes,
        int maxInFlightEntries,
        long maxInFlightBytes,
        long diskReserveBytes,
        int preparationThreads,
        Duration sessionTimeout) {

    /** Longest envelope: the log format's own limit. */
    public static final int MAX_ENVELOPE_BYTES = 65_535;

    public NodeConfig {
        require(ledgerId.matches("[A-Za-z0-9._-]{1,64}"), "ledgerId is 1 to 64 letters, digits, dots, - or _");
        require(snapshotInterval.isPositive(), "snapshotInterval is positive");
        require(snapshotEveryEntries > 0, "snapshotEveryEntries is positive");
        require(isPowerOfTwo(logTermBytes, 1 << 20, 64 << 20), "logTermBytes is a power of two, 1 MiB to 64 MiB");
        require(
                isPowerOfTwo(logSegmentBytes, logTermBytes, 1 << 30),
                "logSegmentBytes is a power of two, logTermBytes to 1 GiB");
        require(
                journalSegmentBytes >= 64 << 10 && journalSegmentBytes <= 1 << 30,
                "journalSegmentBytes is 64 KiB to 1 GiB");
        require(maxInFlightEntries > 0, "maxInFlightEntries is positive");
        require(maxInFlightBytes >= MAX_ENVELOPE_BYTES, "maxInFlightBytes has room for the longest envelope");
        require(diskReserveBytes >= 0, "diskReserveBytes is not negative");
        require(preparationThreads >= 0, "preparationThreads is not negative");
        require(sessionTimeout.compareTo(Duration.ofSeconds(1)) >= 0, "sessionTimeout is a second or more");
    }

    /** Begins with the defaults. */
    public static Builder builder(Path dataDirectory, String ledgerId) {
        return new Builder(dataDirectory, ledgerId);
    }

    LogSettings logSettings() {
        return new LogSettings(
                clock,
                timersEnabled,
                snapshotInterval,
                snapshotEveryEntries,
                logTermBytes,
                logSegmentBytes,
                maxInFlightEntries,
                maxInFlightBytes,
                MAX_ENVELOPE_BYTES,
                preparationThreads,
                sessionTimeout);
    }

    private static boolean isPowerOfTwo(int value, int least, int most) {
        return value >= least && value <= most && Integer.bitCount(value) == 1;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /** Collects what differs from the defaults. */
    public static final class Builder {

        private final Path dataDirectory;
        private final String ledgerId;
        private LedgerClock clock = LedgerClock.system();
        private boolean timersEnabled = true;
        private Duration snapshotInterval = Duration.ofMinutes(15);
        private long snapshotEveryEntries = 250_000;
        private int logTermBytes = 8 << 20;
        private int logSegmentBytes = 16 << 20;
        private long journalSegmentBytes = 32 << 20;
        private int maxInFlightEntries = 16_384;
        private long maxInFlightBytes = 32L << 20;
        private long diskReserveBytes = 256L << 20;
        private int preparationThreads = Runtime.getRuntime().availableProcessors();
        private Duration sessionTimeout = Duration.ofSeconds(30);

        private Builder(Path dataDirectory, String ledgerId) {
            this.dataDirectory = dataDirectory;
            this.ledgerId = ledgerId;
        }

        public Builder clock(LedgerClock value) {
            clock = value;
            return this;
        }

        public Builder timersEnabled(boolean value) {
            timersEnabled = value;
            return this;
        }

        public Builder snapshotInterval(Duration value) {
            snapshotInterval = value;
            return this;
        }

        public Builder snapshotEveryEntries(long value) {
            snapshotEveryEntries = value;
            return this;
        }

        /** Lengths of the log's buffers in memory and of its files. */
        public Builder logBytes(int termBytes, int segmentBytes) {
            logTermBytes = termBytes;
            logSegmentBytes = segmentBytes;
            return this;
        }

        public Builder journalSegmentBytes(long value) {
            journalSegmentBytes = value;
            return this;
        }

        /** How much may be in flight. */
        public Builder maxInFlight(int entries, long bytes) {
            maxInFlightEntries = entries;
            maxInFlightBytes = bytes;
            return this;
        }

        public Builder diskReserveBytes(long value) {
            diskReserveBytes = value;
            return this;
        }

        public Builder preparationThreads(int value) {
            preparationThreads = value;
            return this;
        }

        public Builder sessionTimeout(Duration value) {
            sessionTimeout = value;
            return this;
        }

        /**
         * The configuration.
         *
         * @throws IllegalArgumentException with the rule that a value breaks
         */
        public NodeConfig build() {
            return new NodeConfig(
                    dataDirectory,
                    ledgerId,
                    clock,
                    timersEnabled,
                    snapshotInterval,
                    snapshotEveryEntries,
                    logTermBytes,
                    logSegmentBytes,
                    journalSegmentBytes,
                    maxInFlightEntries,
                    maxInFlightBytes,
                    diskReserveBytes,
                    preparationThreads,
                    sessionTimeout);
        }
    }
}
