package org.tallystick.node.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;

/**
 * The state between two entries, which stays as it is.
 *
 * @param machine a copy that executes nothing
 * @param timeMillis the time of its last entry
 */
record FrozenState(Machine machine, long timeMillis) {

    /** Said when there is no memory for one. */
    static final String NO_ROOM = "the heap has no room for a copy of the state; give it more (-Xmx)";

    private static final long MAGIC = 0x54414c4c59533031L; // "TALLYS01"

    /** What marks it in the journal. */
    JournalMark mark() {
        return new JournalMark(machine.lastIndex(), timeMillis, machine.stateHash());
    }

    /** Writes it down. */
    void writeTo(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(MAGIC);
        data.writeLong(machine.lastIndex());
        data.writeLong(timeMillis);
        data.write(machine.stateHash());
        machine.writeSnapshot(data);
        data.flush();
    }

    /**
     * Reads what {@link #writeTo} has written.
     *
     * @throws IOException when the bytes are not that, or not all of it, with a sentence that says why
     */
    static FrozenState readFrom(InputStream in, MachineFactory factory) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readLong() != MAGIC) {
            throw new IOException("it is in a format that this version does not know");
        }
        long lastIndex = data.readLong();
        long timeMillis = data.readLong();
        byte[] stateHash = data.readNBytes(Machine.STATE_HASH_BYTES);
        Machine machine = factory.restore(data);
        if (machine.lastIndex() != lastIndex) {
            throw new IOException("it is of entry %,d, the machine restored from it says entry %,d"
                    .formatted(lastIndex, machine.lastIndex()));
        }
        if (!Arrays.equals(machine.stateHash(), stateHash)) {
            throw new IOException("the machine restored from it has another state hash");
        }
        return new FrozenState(machine, timeMillis);
    }
}
