package org.tallystick.bench.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;

/** A log that is kept in memory. */
final class ReceiptLog implements ReceiptSource {

    private final List<LoggedEntry> entries = new ArrayList<>();

    synchronized void append(LoggedEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized long lastIndex() {
        return entries.size();
    }

    @Override
    public synchronized Optional<LoggedEntry> read(long index) {
        return index >= 1 && index <= lastIndex() ? Optional.of(entries.get((int) index - 1)) : Optional.empty();
    }

    @Override
    public Cursor from(long index) {
        return new Cursor() {
            private long next = index;

            @Override
            public @Nullable LoggedEntry next() {
                @Nullable LoggedEntry entry = read(next).orElse(null);
                next += entry == null ? 0 : 1;
                return entry;
            }

            @Override
            public void close() {}
        };
    }
}
