package org.tallystick.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.outcome.Digest;

/**
 * Entries decoded ahead of their turn, by the digest of their bytes. Each is given out once; the oldest are forgotten when
 * their envelopes together exceed the bound, so that envelopes which are never ordered cost nothing for long.
 */
final class PreparedEntries {

    private record Prepared(Entry entry, int bytes) {}

    private final long mostBytes;
    private final LinkedHashMap<Digest, Prepared> entries = new LinkedHashMap<>();
    private long bytes;
    private volatile boolean empty = true;

    PreparedEntries(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Whether there is nothing to take; may be out of date for other threads, which is harmless. */
    boolean isEmpty() {
        return empty;
    }

    synchronized void put(Digest digest, int envelopeBytes, Entry entry) {
        Prepared former = entries.put(digest, new Prepared(entry, envelopeBytes));
        bytes += envelopeBytes - (former == null ? 0 : former.bytes());
        while (bytes > mostBytes) {
            Map.Entry<Digest, Prepared> oldest = entries.pollFirstEntry();
            bytes -= oldest.getValue().bytes();
        }
        empty = entries.isEmpty();
    }

    synchronized @Nullable Entry take(Digest digest) {
        Prepared found = entries.remove(digest);
        if (found == null) {
            return null;
        }
        bytes -= found.bytes();
        empty = entries.isEmpty();
        return found.entry();
    }
}
