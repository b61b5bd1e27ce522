package org.tallystick.node.cluster;

import java.io.IOException;
import java.util.Arrays;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.NodeFailed.Code;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.journal.JournalRecord;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;

/**
 * Compares what a replay comes to with what the journal holds: entries and receipts, and state hashes at the marks. Has
 * entries prepared ahead, from the journal.
 */
final class ReplayCheck implements AutoCloseable {

    private final ReplayAhead ahead;

    /** A check of the entries after {@code lastIndex}, of which the journal has one at least. */
    ReplayCheck(Journal journal, long lastIndex, MachineFactory factory) {
        this.ahead = new ReplayAhead(journal, lastIndex + 1, factory);
    }

    /** Waits until the first of them has been read. */
    void begin() throws IOException {
        var unused = ahead.peek();
    }

    /** The entry with this index, which the journal must hold next. */
    JournalEntry entry(long index) throws IOException {
        if (ahead.peek() instanceof JournalEntry entry && entry.index() == index) {
            return entry;
        }
        throw new IOException("entry %,d is missing in the journal".formatted(index));
    }

    /** Checks the next entry, and a mark that follows it against the machine that has just executed it. */
    void check(JournalEntry replayed, Machine machine, long logPosition) throws IOException {
        JournalRecord recorded = ahead.peek();
        if (!replayed.equals(recorded)) {
            throw differs(replayed, logPosition, "came to %s, the journal holds %s".formatted(replayed, recorded));
        }
        ahead.skip();
        while (ahead.peek() instanceof JournalMark mark) {
            if (mark.index() == replayed.index() && !Arrays.equals(mark.stateHash(), machine.stateHash())) {
                throw differs(replayed, logPosition, "led to another state than the journal's " + mark);
            }
            ahead.skip();
        }
    }

    /** Ends the check early. */
    @Override
    public void close() {
        ahead.close();
    }

    private static NodeFailed differs(JournalEntry replayed, long logPosition, String what) {
        return new NodeFailed(
                Code.REPLAY_DIFFERS,
                "the replay of %s %s".formatted(NodeFailed.place(replayed.index(), logPosition), what),
                replayed.index(),
                logPosition,
                null);
    }
}
