package org.tallystick.node.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.NodeFailed.Code;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalEntry.Kind;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.journal.JournalWriter;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;

/**
 * Executes the log's entries on the machine and writes them into the journal. Entries that are in the journal already,
 * because they are replayed after a start, must come to the same receipts again.
 *
 * <p>Whatever goes wrong is thrown as {@link NodeFailed}; after that the executor must not be used.
 */
final class EntryExecutor implements AutoCloseable {

    private static final long SNAPSHOT_MAGIC = 0x54414c4c59533031L; // "TALLYS01"

    private final JournalWriter journal;
    private final @Nullable ReplayCheck replay;
    private final Machine machine;
    private long lastTimeMillis;

    private EntryExecutor(MachineFactory factory, Machine machine, long lastTimeMillis, JournalWriter journal)
            throws IOException {
        this.machine = machine;
        this.lastTimeMillis = lastTimeMillis;
        this.journal = journal;
        this.replay = machine.lastIndex() < journal.lastIndex()
                ? new ReplayCheck(journal.journal(), machine.lastIndex(), factory)
                : null;
    }

    /** An executor that begins with the first entry. */
    static EntryExecutor create(MachineFactory factory, JournalWriter journal) throws IOException {
        return new EntryExecutor(factory, factory.create(), 0, journal);
    }

    /** An executor that continues after a snapshot written by {@link #writeSnapshot}. */
    static EntryExecutor restore(MachineFactory factory, InputStream snapshot, JournalWriter journal)
            throws IOException {
        DataInputStream in = new DataInputStream(snapshot);
        if (in.readLong() != SNAPSHOT_MAGIC) {
            throw unreadable("it is in a format that this version does not know");
        }
        long lastIndex = in.readLong();
        long lastTimeMillis = in.readLong();
        byte[] stateHash = in.readNBytes(Machine.STATE_HASH_BYTES);
        Machine machine = factory.restore(in);
        if (machine.lastIndex() != lastIndex) {
            throw unreadable("it is of entry %,d, the machine restored from it says entry %,d"
                    .formatted(lastIndex, machine.lastIndex()));
        }
        if (!Arrays.equals(machine.stateHash(), stateHash)) {
            throw unreadable("the machine restored from it has another state hash");
        }
        if (journal.lastIndex() < lastIndex) {
            throw new NodeFailed(
                    Code.JOURNAL_BEHIND_SNAPSHOT,
                    "the journal ends with entry %,d, the snapshot is of entry %,d: receipts between them are missing"
                            .formatted(journal.lastIndex(), lastIndex),
                    null);
        }
        return new EntryExecutor(factory, machine, lastTimeMillis, journal);
    }

    private static NodeFailed unreadable(String why) {
        return new NodeFailed(Code.SNAPSHOT_UNREADABLE, "the snapshot cannot be restored: " + why, null);
    }

    Machine machine() {
        return machine;
    }

    /** Executes an envelope and answers its receipt. */
    byte[] execute(long clusterMillis, byte[] envelope, long logPosition) throws IOException {
        return run(Kind.ENVELOPE, clusterMillis, envelope, logPosition);
    }

    /** Executes what is due; does nothing when nothing is, as when a timer fired that had just been put off. */
    void tick(long clusterMillis, long logPosition) throws IOException {
        if (machine.nextDueMillis() <= Math.max(lastTimeMillis, clusterMillis)) {
            run(Kind.TICK, clusterMillis, new byte[0], logPosition);
        }
    }

    private byte[] run(Kind kind, long clusterMillis, byte[] envelope, long logPosition) throws IOException {
        long index = machine.lastIndex() + 1;
        long timeMillis = Math.max(lastTimeMillis, clusterMillis);
        byte[] receipt = executeOnMachine(kind, index, timeMillis, envelope, logPosition);
        lastTimeMillis = timeMillis;
        JournalEntry entry = new JournalEntry(index, timeMillis, kind, envelope, receipt);
        if (replay != null && index <= journal.lastIndex()) {
            replay.check(entry, machine, logPosition);
        } else {
            journal.append(entry);
        }
        return receipt;
    }

    private byte[] executeOnMachine(Kind kind, long index, long timeMillis, byte[] envelope, long logPosition) {
        byte @Nullable [] receipt;
        try {
            receipt = switch (kind) {
                case ENVELOPE -> machine.execute(timeMillis, envelope);
                case TICK -> machine.tick(timeMillis);
            };
        } catch (RuntimeException | Error broken) {
            String what = broken.getMessage() == null ? "" : ": " + broken.getMessage();
            throw brokenInvariant(index, logPosition, broken.getClass().getSimpleName() + what, broken);
        }
        if (receipt == null) {
            throw brokenInvariant(index, logPosition, "the machine gave no receipt", null);
        }
        if (machine.lastIndex() != index) {
            String what = "the machine counts %,d entries after it".formatted(machine.lastIndex());
            throw brokenInvariant(index, logPosition, what, null);
        }
        return receipt;
    }

    private static NodeFailed brokenInvariant(long index, long logPosition, String what, @Nullable Throwable cause) {
        return new NodeFailed(
                Code.BROKEN_INVARIANT,
                "entry %,d, which ends at log position %,d, broke an invariant: %s".formatted(index, logPosition, what),
                index,
                logPosition,
                cause);
    }

    /** Called when the log has been replayed to its end: the journal may not hold more than it. */
    void replayed() {
        if (journal.lastIndex() > machine.lastIndex()) {
            throw new NodeFailed(
                    Code.LOG_BEHIND_JOURNAL,
                    "the journal ends with entry %,d, the log with entry %,d: receipts were given for entries it lost"
                            .formatted(journal.lastIndex(), machine.lastIndex()),
                    null);
        }
    }

    /** Marks the state in the journal, and has all of the journal on disk. */
    byte[] mark() throws IOException {
        byte[] stateHash = machine.stateHash();
        if (machine.lastIndex() == journal.lastIndex()) {
            journal.append(new JournalMark(machine.lastIndex(), lastTimeMillis, stateHash));
        }
        journal.force();
        return stateHash;
    }

    void writeSnapshot(OutputStream out) throws IOException {
        byte[] stateHash = mark();
        DataOutputStream data = new DataOutputStream(out);
        data.writeLong(SNAPSHOT_MAGIC);
        data.writeLong(machine.lastIndex());
        data.writeLong(lastTimeMillis);
        data.write(stateHash);
        machine.writeSnapshot(data);
        data.flush();
    }

    /** Ends a replay that is still under way. */
    @Override
    public void close() {
        if (replay != null) {
            replay.close();
        }
    }

    @Override
    public String toString() {
        return "entry %,d, state %s"
                .formatted(machine.lastIndex(), HexFormat.of().formatHex(machine.stateHash()));
    }
}
