package org.tallystick.app.day.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalRecord;
import org.tallystick.wire.Receipts;

/**
 * What was acknowledged, held against the log: every receipt that was given must be in it, the same.
 *
 * @param logged entries in the log
 * @param acknowledged receipts that were given before
 * @param found those that are in the log with the same digest and the same end
 * @param firstMissing the first that is not, as it was noted; null when all are found
 */
public record Reconciliation(
        long logged,
        long acknowledged,
        long found,
        @Nullable String firstMissing) {

    public long missing() {
        return acknowledged - found;
    }

    public boolean holds() {
        return missing() == 0;
    }

    /** Reads both from their beginnings. */
    public static Reconciliation of(Path root, Journal journal) throws IOException {
        if (!Files.exists(Acknowledgements.fileIn(root))) {
            return new Reconciliation(journal.lastIndex(), 0, 0, null);
        }
        long acknowledged = 0;
        long found = 0;
        String firstMissing = null;
        try (Acknowledgements.Reader notes = new Acknowledgements.Reader(root);
                JournalCursor cursor = journal.cursor(1)) {
            for (String note = notes.next(); note != null; note = notes.next()) {
                acknowledged++;
                JournalEntry entry = nextEntry(cursor);
                if (entry != null
                        && Acknowledgements.line(Receipts.decode(entry.receipt()))
                                .equals(note)) {
                    found++;
                } else if (firstMissing == null) {
                    firstMissing = note;
                }
            }
        }
        return new Reconciliation(journal.lastIndex(), acknowledged, found, firstMissing);
    }

    static @Nullable JournalEntry nextEntry(JournalCursor cursor) throws IOException {
        for (JournalRecord record = cursor.next(); record != null; record = cursor.next()) {
            if (record instanceof JournalEntry entry) {
                return entry;
            }
        }
        return null;
    }
}
