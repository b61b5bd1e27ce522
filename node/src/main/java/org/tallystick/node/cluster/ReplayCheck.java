package org.tallystick.node.cluster;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.NodeFailed.Code;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.journal.JournalRecord;
import org.tallystick.node.machine.Machine;

/** Compares what a replay comes to with what the journal holds: entries and receipts, and state hashes at the marks. */
final class ReplayCheck {

    private final Journal journal;
    private final long from;
    private @Nullable JournalCursor cursor;
    private @Nullable JournalRecord next;

    /** A check of the entries after {@code lastIndex}. */
    ReplayCheck(Journal journal, long lastIndex) {
        this.journal = journal;
        this.from = lastIndex + 1;
    }

    /** Checks the next entry, and the marks that follow it against the machine that has just executed it. */
    void check(JournalEntry replayed, Machine machine, long logPosition) throws IOException {
        if (cursor == null) {
            cursor = journal.cursor(from);
            next = cursor.next();
        }
        if (!replayed.equals(next)) {
            throw differs(replayed, logPosition, "came to %s, the journal holds %s".formatted(replayed, next));
        }
        next = cursor.next();
        while (next instanceof JournalMark mark) {
            if (!Arrays.equals(mark.stateHash(), machine.stateHash())) {
                throw differs(replayed, logPosition, "led to another state than the journal's " + mark);
            }
            next = cursor.next();
        }
        if (next == null) {
            cursor.close();
        }
    }

    private static NodeFailed differs(JournalEntry replayed, long logPosition, String what) {
        return new NodeFailed(
                Code.REPLAY_DIFFERS,
                "the replay of entry %,d, which ends at log position %,d, %s"
                        .formatted(replayed.index(), logPosition, what),
                replayed.index(),
                logPosition,
                null);
    }
}
