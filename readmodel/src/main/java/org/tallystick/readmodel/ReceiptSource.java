package org.tallystick.readmodel;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The executed entries of a log with their receipts, in order: what the tables are filled from. For any number of threads. */
public interface ReceiptSource {

    /** The last entry that can be read; zero when there is none. */
    long lastIndex();

    /** The entry with this index; empty when it is not, or not yet, there. */
    Optional<LoggedEntry> read(long index) throws IOException;

    /** A cursor that stands before the entry {@code index}. */
    Cursor from(long index) throws IOException;

    /** Reads entries in order. Used by one thread. */
    interface Cursor extends AutoCloseable {

        /** The next entry; null at the end of what can be read now. */
        @Nullable
        LoggedEntry next() throws IOException;

        @Override
        void close() throws IOException;
    }
}
