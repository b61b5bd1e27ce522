package org.tallystick.wire;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.engine.Entry;

/**
 * Entries decoded ahead of their turn, by their bytes. Each is given out once; the oldest are forgotten when their
 * envelopes together exceed the bound, so that envelopes which are never ordered cost nothing for long.
 */
final class PreparedEntries {

    /** Compared by content. Has an order, so that not even envelopes made to collide make a search long. */
    private record Key(byte[] envelope) implements Comparable<Key> {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && Arrays.equals(envelope, that.envelope);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(envelope);
        }

        @Override
        public int compareTo(Key that) {
            return Arrays.compare(envelope, that.envelope);
        }
    }

    private final long mostBytes;
    private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>();
    private long bytes;
    private volatile boolean empty = true;

    PreparedEntries(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether there is nothing to take; may be out of date for other threads, which is harmless. */
    boolean isEmpty() {
        return empty;
    }

    /** Keeps the entry; the envelope may not be changed from now on. */
    synchronized void put(byte[] envelope, Entry entry) {
        Entry former = entries.put(new Key(envelope), entry);
        bytes += former == null ? envelope.length : 0;
        while (bytes > mostBytes) {
            Map.Entry<Key, Entry> oldest = entries.pollFirstEntry();
            bytes -= oldest.getKey().envelope().length;
        }
        empty = entries.isEmpty();
    }

    synchronized @Nullable Entry take(byte[] envelope) {
        Entry found = entries.remove(new Key(envelope));
        if (found == null) {
            return null;
        }
        bytes -= envelope.length;
        empty = entries.isEmpty();
        return found;
    }
}
