package org.tallystick.node.cluster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.tallystick.node.machine.Machine;

/**
 * A snapshot as the log has it: not the state, but where the state is. A start reads the state that was written down
 * aside, executes what the journal holds after it, up to the snapshot's last entry, and goes on in the log from there.
 *
 * @param lastIndex the last entry before the snapshot
 * @param stateIndex the last entry in the state that was written down: {@code lastIndex} or a little before
 * @param stateHash of that state
 */
@SuppressWarnings("ArrayRecordComponent") // read, never changed
record SnapshotReference(long lastIndex, long stateIndex, byte[] stateHash) {

    private static final long MAGIC = 0x54414c4c59533032L; // "TALLYS02"
    private static final int BYTES = 3 * Long.BYTES + Machine.STATE_HASH_BYTES;

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(MAGIC)
                .putLong(lastIndex)
                .putLong(stateIndex)
                .put(stateHash)
                .array();
    }

    static SnapshotReference decode(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length != BYTES || in.getLong() != MAGIC) {
            throw new IOException("it is in a format that this version does not know");
        }
        byte[] stateHash = new byte[Machine.STATE_HASH_BYTES];
        SnapshotReference reference = new SnapshotReference(in.getLong(), in.getLong(), stateHash);
        in.get(stateHash);
        return reference;
    }

    @Override
    public String toString() {
        return "snapshot after entry %,d, from the state after entry %,d (%s)"
                .formatted(lastIndex, stateIndex, HexFormat.of().formatHex(stateHash));
    }
}
