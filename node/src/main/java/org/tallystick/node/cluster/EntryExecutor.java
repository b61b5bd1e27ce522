package org.tallystick.node.cluster;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.agrona.concurrent.IdleStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final int ENTRIES_BETWEEN_SIGNS_OF_LIFE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(EntryExecutor.class);

    private final JournalWriter journal;
    private final @Nullable ReplayCheck replay;
    private final Machine machine;
    private long lastTimeMillis;

    private EntryExecutor(FrozenState state, JournalWriter journal, @Nullable ReplayCheck replay) throws IOException {
        this.machine = state.machine();
        this.lastTimeMillis = state.timeMillis();
        this.journal = journal;
        this.replay = replay;
        if (replay != null) {
            replay.begin();
        }
    }

    /** An executor that begins with the first entry. */
    static EntryExecutor create(MachineFactory factory, JournalWriter journal) throws IOException {
        return new EntryExecutor(initial(factory), journal, replayAfter(0, factory, journal));
    }

    private static FrozenState initial(MachineFactory factory) {
        return new FrozenState(factory.create(), 0);
    }

    /** Null where the journal holds nothing after this entry. */
    private static @Nullable ReplayCheck replayAfter(long index, MachineFactory factory, JournalWriter journal) {
        return index < journal.lastIndex() ? new ReplayCheck(journal.journal(), index, factory) : null;
    }

    /**
     * An executor that continues after a snapshot: with the state that it refers to and what the journal holds since.
     * Where that state's file was taken away, an older one serves, or none: it only takes longer.
     *
     * @param idle the log's own, which keeps its client alive when it is asked to idle
     */
    static EntryExecutor restore(
            MachineFactory factory,
            SnapshotReference snapshot,
            StateFiles states,
            JournalWriter journal,
            IdleStrategy idle)
            throws IOException {
        if (journal.lastIndex() < snapshot.lastIndex()) {
            throw new NodeFailed(
                    Code.JOURNAL_BEHIND_SNAPSHOT,
                    "the journal ends with entry %,d, the snapshot is of entry %,d: receipts between them are missing"
                            .formatted(journal.lastIndex(), snapshot.lastIndex()),
                    null);
        }
        long newest = states.newestUpTo(snapshot.stateIndex());
        if (newest < snapshot.stateIndex()) {
            LOG.warn("{}: the state is not there; executing the journal from entry {} on", snapshot, newest + 1);
        }
        ReplayCheck replay = replayAfter(newest, factory, journal); // it reads ahead while the state is read
        try {
            FrozenState state = newest == 0 ? initial(factory) : states.read(newest, factory);
            EntryExecutor executor = new EntryExecutor(state, journal, replay);
            executor.catchUp(snapshot, idle);
            return executor;
        } catch (IOException | RuntimeException | Error e) {
            if (replay != null) {
                replay.close();
            }
            throw e;
        }
    }

    /** Executes what the journal holds up to the snapshot: the log begins behind it. */
    private void catchUp(SnapshotReference snapshot, IdleStrategy idle) throws IOException {
        compareWith(snapshot);
        while (machine.lastIndex() < snapshot.lastIndex()) {
            JournalEntry entry = Objects.requireNonNull(replay).entry(machine.lastIndex() + 1);
            run(entry.kind(), entry.timeMillis(), entry.envelope(), NodeFailed.NONE);
            compareWith(snapshot);
            if (entry.index() % ENTRIES_BETWEEN_SIGNS_OF_LIFE == 0) {
                idle.reset();
                idle.idle();
            }
        }
    }

    private void compareWith(SnapshotReference snapshot) {
        if (machine.lastIndex() == snapshot.stateIndex() && !Arrays.equals(machine.stateHash(), snapshot.stateHash())) {
            throw new NodeFailed(
                    Code.SNAPSHOT_UNREADABLE,
                    "the state in the file, or computed from the journal, is not that of the " + snapshot,
                    null);
        }
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
                "%s broke an invariant: %s".formatted(NodeFailed.place(index, logPosition), what),
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
    void mark() throws IOException {
        journal.force();
        if (machine.lastIndex() == journal.lastIndex()) {
            journal.append(new JournalMark(machine.lastIndex(), lastTimeMillis, machine.stateHash()));
            journal.force();
        }
    }

    /**
     * A copy of the state, to be written down while entries go on.
     *
     * @throws IllegalStateException when there is no memory for it
     */
    FrozenState freeze() {
        try {
            return new FrozenState(machine.fork(), lastTimeMillis);
        } catch (OutOfMemoryError full) {
            throw new IllegalStateException(FrozenState.NO_ROOM, full);
        }
    }

    /**
     * A snapshot here, from a state that was written down. All entries in the journal are on disk when this returns; its
     * mark comes after that, so that no power cut leaves a mark behind a hole.
     */
    SnapshotReference snapshot(JournalMark state) throws IOException {
        journal.force();
        journal.append(state);
        journal.flush();
        return new SnapshotReference(machine.lastIndex(), state.index(), state.stateHash());
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
