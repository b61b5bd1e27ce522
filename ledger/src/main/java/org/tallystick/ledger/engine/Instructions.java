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

    private static final int KEY_HIGH = 0;
    private static final int KEY_LOW = 1;
    private static final int CONTENT = 2;
    private static final int INDEX = 3;
    private static final int VALID_UNTIL = 4;

    /** How many of the oldest rows are looked at with each entry. Two, so that the ring shrinks faster than it grows. */
    private static final int LOOKED_AT = 2;

    private static final int[] NOT_BUILT = {};

    private final InstructionRows rows;

    /**
     * Position of a row + 1 by hash of the key, 0 where free; a power of two, at most half full. Built when it is first
     * needed: a fork that is only written down does not need it.
     */
    private int[] index = NOT_BUILT;

    Instructions() {
        this(new InstructionRows());
    }

    private Instructions(InstructionRows rows) {
        this.rows = rows;
    }

    Instructions fork() {
        return new Instructions(rows.fork());
    }

    int count() {
        return rows.count();
    }

    /** Reads where the search for a key begins, for the sake of having it in the cache; the result has no meaning. */
    int glance(InstructionKey key) {
        int[] slots = index();
        return slots[home(key.low(), slots.length - 1)];
    }

    /** The same for the oldest rows, which are looked at whether they can be forgotten: one at least with each entry. */
    int glanceAtOldest(int most) {
        int[] slots = index();
        int sum = 0;
        for (int number = 0; number < Math.min(most, rows.count()); number++) {
            sum += slots[homeOf(rows.position(number), slots.length - 1)];
        }
        return sum;
    }

    /** The index of the entry that admitted it first, or 0. */
    long firstIndex(InstructionKey key) {
        int row = find(key);
        return row < 0 ? 0 : rows.get(row, INDEX);
    }

    /** Whether the instruction admitted under this key had this content. */
    boolean hadContent(InstructionKey key, Digest payload) {
        int row = find(key);
        return row >= 0 && rows.get(row, CONTENT) == content(payload);
    }

    void admit(InstructionKey key, Digest payload, long entryIndex, long validUntilMillis) {
        append(key.high(), key.low(), content(payload), entryIndex, validUntilMillis);
    }

    private static long content(Digest payload) {
        return ByteBuffer.wrap(payload.bytes()).getLong();
    }

    /** Forgets some of what has expired. Called with every entry. */
    void forgetExpired(long nowMillis) {
        for (int looked = 0; looked < LOOKED_AT && rows.count() > 0; looked++) {
            if (rows.get(rows.position(0), VALID_UNTIL) < nowMillis) {
                removeOldest();
            } else if (looked == 0) {
                putOff();
            } else {
                return;
            }
        }
    }

    /** Moves the oldest row behind the newest. In the index it keeps its slot, for its key is the same. */
    private void putOff() {
        int[] slots = index();
        int oldest = rows.position(0);
        int slot = slotOf(oldest, slots);
        long high = rows.get(oldest, KEY_HIGH);
        long low = rows.get(oldest, KEY_LOW);
        long content = rows.get(oldest, CONTENT);
        long first = rows.get(oldest, INDEX);
        long validUntilMillis = rows.get(oldest, VALID_UNTIL);
        rows.removeOldest();
        if (rows.isFull()) {
            append(high, low, content, first, validUntilMillis);
        } else {
            slots[slot] = 1 + rows.append(high, low, content, first, validUntilMillis);
        }
    }

    private void append(long high, long low, long content, long entryIndex, long validUntilMillis) {
        if (rows.isFull()) {
            rows.grow();
            index = NOT_BUILT;
        }
        int[] slots = index();
        insert(rows.append(high, low, content, entryIndex, validUntilMillis), slots);
    }

    private int[] index() {
        if (index.length == 0) {
            int[] slots = new int[rows.capacity() * 2];
            for (int number = 0; number < rows.count(); number++) {
                insert(rows.position(number), slots);
            }
            index = slots;
        }
        return index;
    }

    private int find(InstructionKey key) {
        int[] slots = index();
        int mask = slots.length - 1;
        for (int slot = home(key.low(), mask); slots[slot] != 0; slot = slot + 1 & mask) {
            int row = slots[slot] - 1;
            if (rows.get(row, KEY_LOW) == key.low() && rows.get(row, KEY_HIGH) == key.high()) {
                return row;
            }
        }
        return -1;
    }

    private int homeOf(int row, int mask) {
        return home(rows.get(row, KEY_LOW), mask);
    }

    /** The slot at which the search for a key with this low half begins. */
    private static int home(long low, int mask) {
        return (int) low & mask;
    }

    private void insert(int row, int[] slots) {
        int mask = slots.length - 1;
        int slot = homeOf(row, mask);
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = row + 1;
    }

    /** The slot of a row that is in the index. */
    private int slotOf(int row, int[] slots) {
        int mask = slots.length - 1;
        int slot = homeOf(row, mask);
        while (slots[slot] != row + 1) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void removeOldest() {
        int[] slots = index();
        closeGap(slotOf(rows.position(0), slots), slots);
        rows.removeOldest();
    }

    /** Deletion from a linearly probed table without a tombstone: later entries of the run move up (Knuth 6.4, R). */
    private void closeGap(int gap, int[] slots) {
        int mask = slots.length - 1;
        int free = gap;
        for (int slot = gap + 1 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int home = homeOf(slots[slot] - 1, mask);
            if ((slot - home & mask) >= (slot - free & mask)) {
                slots[free] = slots[slot];
                free = slot;
            }
        }
        slots[free] = 0;
    }

    void writeTo(StateSink sink) {
        sink.putLong(rows.count());
        for (int number = 0; number < rows.count(); number++) {
            int row = rows.position(number);
            for (int column = 0; column < InstructionRows.STRIDE; column++) {
                sink.putLong(rows.get(row, column));
            }
        }
    }

    void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            append(source.getLong(), source.getLong(), source.getLong(), source.getLong(), source.getLong());
        }
    }
}
