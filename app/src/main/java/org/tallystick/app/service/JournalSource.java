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
    public Cursor from(long index) throws IOException {
        return new EntryCursor(journal.cursor(index));
    }

    private static LoggedEntry logged(JournalEntry entry) {
        return new LoggedEntry(entry.index(), entry.timeMillis(), entry.envelope(), entry.receipt());
    }

    /** Passes over the marks. */
    private record EntryCursor(JournalCursor records) implements Cursor {

        @Override
        public @Nullable LoggedEntry next() throws IOException {
            for (var record = records.next(); record != null; record = records.next()) {
                switch (record) {
                    case JournalEntry entry -> {
                        return logged(entry);
                    }
                    case JournalMark _ -> {}
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }
}
