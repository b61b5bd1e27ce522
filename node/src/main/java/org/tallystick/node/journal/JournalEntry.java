package org.tallystick.node.journal;

import java.util.Arrays;

/**
 * One executed entry with its receipt.
 *
 * @param index place in the log's order; the first entry has 1
 * @param timeMillis the entry's time, milliseconds since the epoch
 * @param kind what came in
 * @param envelope the bytes as submitted; empty for a tick
 * @param receipt the bytes the machine answered
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; copied nowhere, so not to be changed
public record JournalEntry(long index, long timeMillis, Kind kind, byte[] envelope, byte[] receipt)
        implements JournalRecord {

    /** What an entry came from. */
    public enum Kind {
        /** Somebody submitted it. */
        ENVELOPE,
        /** A timer of the log fired. */
        TICK
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalEntry that
                && index == that.index
                && timeMillis == that.timeMillis
                && kind == that.kind
                && Arrays.equals(envelope, that.envelope)
                && Arrays.equals(receipt, that.receipt);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index) * 31 + Arrays.hashCode(receipt);
    }

    @Override
    public String toString() {
        return "entry %d (%s, %d ms, envelope of %d bytes, receipt of %d bytes)"
                .formatted(index, kind, timeMillis, envelope.length, receipt.length);
    }
}
