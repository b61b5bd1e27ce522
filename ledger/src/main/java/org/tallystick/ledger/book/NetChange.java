package org.tallystick.ledger.book;

import java.util.Arrays;

/**
 * The net effect of a set of legs on each holding it touches, or on each hold. Scratch memory, reused from one settlement to the next.
 *
 * <p>Few holdings are found by looking at each; from {@link #FEW} on, a small hash table over them is kept.
 */
final class NetChange {

    private static final int FEW = 8;

    private long[] keys = new long[16];
    private long[] changes = new long[16];
    private int size;

    /** Position + 1 by hash of the key, 0 where free; in use only while there are more than a few. */
    private int[] slots = new int[64];

    private boolean hashed;
    private boolean overflowed;

    void clear() {
        if (hashed) {
            Arrays.fill(slots, 0);
            hashed = false;
        }
        size = 0;
        overflowed = false;
    }

    int size() {
        return size;
    }

    long key(int position) {
        return keys[position];
    }

    long change(int position) {
        return changes[position];
    }

    /** Whether some sum left the range of a long; then the changes mean nothing. */
    boolean overflowed() {
        return overflowed;
    }

    void add(long key, long change) {
        int position = hashed ? findHashed(key) : findAmongFew(key);
        if (position < 0) {
            append(key, change);
            return;
        }
        long before = changes[position];
        long after = before + change;
        overflowed |= ((before ^ after) & (change ^ after)) < 0;
        changes[position] = after;
    }

    private int findAmongFew(long key) {
        for (int position = 0; position < size; position++) {
            if (keys[position] == key) {
                return position;
            }
        }
        return -1;
    }

    private int findHashed(long key) {
        int mask = slots.length - 1;
        for (int slot = slotOf(key, mask); slots[slot] != 0; slot = slot + 1 & mask) {
            if (keys[slots[slot] - 1] == key) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    private void append(long key, long change) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            changes = Arrays.copyOf(changes, size * 2);
        }
        keys[size] = key;
        changes[size] = change;
        size++;
        if (hashed && size * 4 <= slots.length * 3) {
            insert(key, size);
        } else if (size > FEW) {
            rehash();
        }
    }

    private void rehash() {
        if (size * 2 > slots.length) {
            slots = new int[slots.length * 2];
        } else {
            Arrays.fill(slots, 0);
        }
        hashed = true;
        for (int position = 0; position < size; position++) {
            insert(keys[position], position + 1);
        }
    }

    private void insert(long key, int value) {
        int mask = slots.length - 1;
        int slot = slotOf(key, mask);
        while (slots[slot] != 0) {
            slot = slot + 1 & mask;
        }
        slots[slot] = value;
    }

    private static int slotOf(long key, int mask) {
        long hash = key * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 40) & mask;
    }
}
