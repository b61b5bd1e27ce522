package org.tallystick.app.service;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalCursor;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;

/** The entries of a journal, for the read model: of a node that runs in this process, or of a directory that rests. */
public record JournalSource(Journal journal) implements ReceiptSource {

    @Override
    public long lastIndex() {
        return journal.lastIndex();
    }

    @Override
    public Optional<LoggedEntry> read(long index) throws IOException {
        return journal.read(index).map(JournalSource::logged);
    }

    @Override
    public Cursor from(long index) {
        return new EntryCursor(journal, index);
    }

    private static LoggedEntry logged(JournalEntry entry) {
        return new LoggedEntry(entry.index(), entry.timeMillis(), entry.envelope(), entry.receipt());
    }

    /** Passes over the marks, and goes on when the journal has grown since its end was met. */
    private static final class EntryCursor implements Cursor {

        private final Journal journal;
        private long next;
        private @Nullable JournalCursor records;

        EntryCursor(Journal journal, long next) {
            this.journal = journal;
            this.next = next;
        }

        @Override
        public @Nullable LoggedEntry next() throws IOException {
            if (next > journal.lastIndex()) {
                close(); // a cursor that has met the end of the journal stays there
                return null;
            }
            JournalCursor open = records == null ? journal.cursor(next) : records;
            records = open;
            for (var record = open.next(); record != null; record = open.next()) {
                switch (record) {
                    case JournalEntry entry -> {
                        next = entry.index() + 1;
                        return logged(entry);
                    }
                    case JournalMark _ -> {}
                }
            }
            close();
            return null;
        }

        @Override
        public void close() throws IOException {
            JournalCursor open = records;
            records = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
