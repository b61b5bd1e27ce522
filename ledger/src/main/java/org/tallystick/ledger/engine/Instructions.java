package org.tallystick.ledger.engine;

import java.nio.ByteBuffer;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;

/**
 * What makes every instruction count once: for each that was admitted and may still arrive again, the log index of its
 * first entry.
 *
 * <p>A row is forgotten when its validity has passed, for then a copy is refused as expired. Rows stand in the order of
 * admission in a ring; a row that outlives later ones is admitted again at the end of the ring with what it had. So
 * forgetting is a walk from the oldest, a few rows an entry, and memory is bounded by what was admitted in 24 hours.
 */
final class Instructions {

    private static final int STRIDE = 5;
    private static final int KEY_HIGH = 0;
    private static final int KEY_LOW = 1;
    private static final int CONTENT = 2;
    private static final int INDEX = 3;
    private static final int VALID_UNTIL = 4;

    /** How many of the oldest rows are looked at with each entry. Two, so that the ring shrinks faster than it grows. */
    private static final int LOOKED_AT = 2;

    private long[] ring;
    private int head;
    private int count;

    /** Ring position + 1 by hash of the key, 0 where free; a power of two, at most half full. */
    private int[] index;

    Instructions() {
        this(new long[64 * STRIDE], 0, 0, new int[128]);
    }

    private Instructions(long[] ring, int head, int count, int[] index) {
        this.ring = ring;
        this.head = head;
        this.count = count;
        this.index = index;
    }

    Instructions fork() {
        return new Instructions(ring.clone(), head, count, index.clone());
    }

    int count() {
        return count;
    }

    /** The index of the entry that admitted it first, or 0. */
    long firstIndex(InstructionKey key) {
        int row = find(key);
        return row < 0 ? 0 : ring[row * STRIDE + INDEX];
    }

    /** Whether the instruction admitted under this key had this content. */
    boolean hadContent(InstructionKey key, Digest payload) {
        int row = find(key);
        return row >= 0 && ring[row * STRIDE + CONTENT] == content(payload);
    }

    void admit(InstructionKey key, Digest payload, long entryIndex, long validUntilMillis) {
        append(key.high(), key.low(), content(payload), entryIndex, validUntilMillis);
    }

    private static long content(Digest payload) {
        return ByteBuffer.wrap(payload.bytes()).getLong();
    }

    /** Forgets some of what has expired. Called with every entry. */
    void forgetExpired(long nowMillis) {
        for (int looked = 0; looked < LOOKED_AT && count > 0; looked++) {
            if (ring[head * STRIDE + VALID_UNTIL] < nowMillis) {
                removeHead();
            } else if (looked == 0) {
                putOff();
            } else {
                return;
            }
        }
    }

    /** Moves the oldest row to the end of the ring. In the index it keeps its slot: the key is the same. */
    private void putOff() {
        int last = (head + count) % capacity();
        index[slotOf(head)] = last + 1;
        System.arraycopy(ring, head * STRIDE, ring, last * STRIDE, STRIDE);
        head = (head + 1) % capacity();
    }

    private void append(long high, long low, long content, long entryIndex, long validUntilMillis) {
        if (count * STRIDE == ring.length) {
            grow();
        }
        int row = (head + count) % capacity();
        int cell = row * STRIDE;
        ring[cell + KEY_HIGH] = high;
        ring[cell + KEY_LOW] = low;
        ring[cell + CONTENT] = content;
        ring[cell + INDEX] = entryIndex;
        ring[cell + VALID_UNTIL] = validUntilMillis;
        count++;
        insert(row);
    }

    private int capacity() {
        return ring.length / STRIDE;
    }

    private void grow() {
        long[] larger = new long[ring.length * 2];
        int upToEnd = ring.length - head * STRIDE;
        System.arraycopy(ring, head * STRIDE, larger, 0, upToEnd);
        System.arraycopy(ring, 0, larger, upToEnd, ring.length - upToEnd);
        ring = larger;
        head = 0;
        index = new int[capacity() * 2];
        for (int row = 0; row < count; row++) {
            insert(row);
        }
    }

    private int find(InstructionKey key) {
        int mask = index.length - 1;
        for (int slot = (int) key.low() & mask; index[slot] != 0; slot = slot + 1 & mask) {
            int row = index[slot] - 1;
            if (ring[row * STRIDE + KEY_LOW] == key.low() && ring[row * STRIDE + KEY_HIGH] == key.high()) {
                return row;
            }
        }
        return -1;
    }

    private int homeOf(int row) {
        return (int) ring[row * STRIDE + KEY_LOW] & index.length - 1;
    }

    private void insert(int row) {
        int mask = index.length - 1;
        int slot = homeOf(row);
        while (index[slot] != 0) {
            slot = slot + 1 & mask;
        }
        index[slot] = row + 1;
    }

    /** The slot of a row that is in the index. */
    private int slotOf(int row) {
        int mask = index.length - 1;
        int slot = homeOf(row);
        while (index[slot] != row + 1) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void removeHead() {
        closeGap(slotOf(head), index.length - 1);
        head = (head + 1) % capacity();
        count--;
    }

    /** Deletion from a linearly probed table without a tombstone: later entries of the run move up (Knuth 6.4, R). */
    private void closeGap(int gap, int mask) {
        int free = gap;
        for (int slot = gap + 1 & mask; index[slot] != 0; slot = slot + 1 & mask) {
            int home = homeOf(index[slot] - 1);
            if ((slot - home & mask) >= (slot - free & mask)) {
                index[free] = index[slot];
                free = slot;
            }
        }
        index[free] = 0;
    }

    void writeTo(StateSink sink) {
        sink.putLong(count);
        for (int i = 0; i < count; i++) {
            int cell = (head + i) % capacity() * STRIDE;
            for (int column = 0; column < STRIDE; column++) {
                sink.putLong(ring[cell + column]);
            }
        }
    }

    void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            append(source.getLong(), source.getLong(), source.getLong(), source.getLong(), source.getLong());
        }
    }
}
