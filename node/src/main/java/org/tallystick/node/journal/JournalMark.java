package org.tallystick.node.journal;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The state hash after an entry, written at snapshots and at an orderly close; everything before a mark was on disk
 * when the snapshot was taken or the node was closed. A snapshot's mark stands behind the entries that were executed
 * while its state was written down.
 *
 * @param index the last entry executed
 * @param timeMillis its time, milliseconds since the epoch
 * @param stateHash the machine's state hash after it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below; copied nowhere, so not to be changed
public record JournalMark(long index, long timeMillis, byte[] stateHash) implements JournalRecord {

    @Override
    public boolean equals(Object other) {
        return other instanceof JournalMark that
                && index == that.index
                && timeMillis == that.timeMillis
                && Arrays.equals(stateHash, that.stateHash);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(index) * 31 + Arrays.hashCode(stateHash);
    }

    @Override
    public String toString() {
        return "mark after entry %d (%s)".formatted(index, HexFormat.of().formatHex(stateHash));
    }
}
