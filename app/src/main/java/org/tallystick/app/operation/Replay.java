package org.tallystick.app.operation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.journal.JournalRecord;
import org.tallystick.node.machine.Machine;

/** Computes every receipt of a journal again, from the first entry on, and compares. */
final class Replay {

    /**
     * What came of it.
     *
     * @param entries how many entries were executed
     * @param marks how many marks of the state were compared
     * @param stateHash of the state after the last of them, in hexadecimal
     * @param difference where and how the first difference was found; null when there is none
     */
    record Result(
            long entries,
            int marks,
            String stateHash,
            @Nullable String difference) {
        boolean holds() {
            return difference == null;
        }
    }

    private final Machine machine;
    private final Queue<JournalMark> marksAhead;
    private int marks;

    private Replay(Machine machine, List<JournalMark> marks) {
        this.machine = machine;
        this.marksAhead = new ArrayDeque<>(marks);
    }

    /**
     * Replays a journal on a machine that has executed nothing, as far as it is the same.
     *
     * @param progress told how many entries have been executed
     */
    static Result run(Journal journal, Machine machine, LongConsumer progress) throws IOException {
        Replay replay = new Replay(machine, journal.marks());
        String difference = null;
        try (JournalCursor cursor = journal.cursor(1)) {
            for (JournalRecord record = cursor.next();
                    record != null && difference == null;
                    record = difference == null ? cursor.next() : null) {
                difference = replay.compare(record);
                progress.accept(machine.lastIndex());
            }
        }
        return new Result(machine.lastIndex(), replay.marks, hex(machine.stateHash()), difference);
    }

    private @Nullable String compare(JournalRecord record) {
        return switch (record) {
            case JournalEntry entry -> compare(entry);
            case JournalMark _ -> null; // compared after its entry, which may have been long before
        };
    }

    private @Nullable String compare(JournalEntry entry) {
        if (entry.index() != machine.lastIndex() + 1) {
            return "entry %d follows entry %d: entries are missing".formatted(entry.index(), machine.lastIndex());
        }
        byte[] receipt = switch (entry.kind()) {
            case ENVELOPE -> machine.execute(entry.timeMillis(), entry.envelope());
            case TICK -> machine.tick(entry.timeMillis());
        };
        return Arrays.equals(receipt, entry.receipt())
                ? compareMarks()
                : "entry %d: the receipt computed is not the receipt that was given".formatted(entry.index());
    }

    /** The marks of the state after the entry that was executed last. */
    private @Nullable String compareMarks() {
        String difference = null;
        while (difference == null
                && !marksAhead.isEmpty()
                && marksAhead.element().index() <= machine.lastIndex()) {
            difference = compare(marksAhead.remove());
        }
        return difference;
    }

    private @Nullable String compare(JournalMark mark) {
        marks++;
        return Arrays.equals(machine.stateHash(), mark.stateHash())
                ? null
                : "after entry %d: the state hash computed is %s, the one marked %s"
                        .formatted(mark.index(), hex(machine.stateHash()), hex(mark.stateHash()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
