package org.tallystick.ledger.book;

import java.util.Arrays;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/**
 * How much of each asset each account has: one row for each (account, asset) pair that ever held something.
 *
 * <p>This is the hottest memory of the ledger. What nearly every leg needs of a row, its key and what is available, are two
 * consecutive longs, so that meeting a holding costs two cache misses at most: one in the hash index, one for the row;
 * what few legs need stands apart. Rows are never moved or dropped, so a row number is a
 * stable name, and the rows of one asset form a chain in the order in which they came into being: that is the order in
 * which its holders are paid.
 */
final class Holdings {

    static final int NONE = -1;

    private static final int STRIDE = 2;
    private static final int KEY = 0;
    private static final int AVAILABLE = 1;

    private final UndoLog undo;

    /** Key and available, by row. */
    private long[] cells;

    private long[] held;

    /** The next row of the same asset + 1, by row; 0 for none. */
    private int[] next;

    private int count;

    /** Row + 1 by hash of the key, 0 where free; a power of two, at most half full. */
    private int[] index;

    /** By asset number: first and last row of its chain, and the sum of its rows. */
    private int[] firstRow;

    private int[] lastRow;
    private long[] supply;

    Holdings(UndoLog undo) {
        this(
                undo,
                new long[64 * STRIDE],
                new long[64],
                new int[64],
                0,
                new int[128],
                new int[0],
                new int[0],
                new long[0]);
    }

    private Holdings(
            UndoLog undo,
            long[] cells,
            long[] held,
            int[] next,
            int count,
            int[] index,
            int[] firstRow,
            int[] lastRow,
            long[] supply) {
        this.undo = undo;
        this.cells = cells;
        this.held = held;
        this.next = next;
        this.count = count;
        this.index = index;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.supply = supply;
    }

    Holdings fork(UndoLog undoOfFork) {
        return new Holdings(
                undoOfFork,
                cells.clone(),
                held.clone(),
                next.clone(),
                count,
                index.clone(),
                firstRow.clone(),
                lastRow.clone(),
                supply.clone());
    }

    static long key(int account, int asset) {
        return (long) account << 32 | asset;
    }

    static int accountOf(long key) {
        return (int) (key >>> 32);
    }

    static int assetOf(long key) {
        return (int) key;
    }

    int count() {
        return count;
    }

    /** The row of a holding, or {@link #NONE}. */
    int find(long key) {
        int mask = index.length - 1;
        for (int slot = slotOf(key, mask); ; slot = slot + 1 & mask) {
            int row = index[slot] - 1;
            if (row == NONE || cells[row * STRIDE + KEY] == key) {
                return row;
            }
        }
    }

    /** Reads where the index has this key, for the sake of having it in the cache. */
    int glanceAtIndex(long key) {
        return index[slotOf(key, index.length - 1)];
    }

    /** Reads the row of this key, if there is one, for the sake of having it in the cache. */
    long glanceAtRow(long key) {
        int row = find(key);
        return row == NONE ? 0 : cells[row * STRIDE + AVAILABLE];
    }

    /** The row of a holding, made with nothing in it if there was none. */
    int findOrAdd(long key) {
        int row = find(key);
        return row != NONE ? row : add(key, 0, 0);
    }

    long key(int row) {
        return cells[row * STRIDE + KEY];
    }

    long available(int row) {
        return cells[row * STRIDE + AVAILABLE];
    }

    long held(int row) {
        return held[row];
    }

    long total(int row) {
        return available(row) + held(row);
    }

    /** The asset's next row after this one, or {@link #NONE}. */
    int next(int row) {
        return next[row] - 1;
    }

    int first(int asset) {
        return asset < firstRow.length ? firstRow[asset] - 1 : NONE;
    }

    int last(int asset) {
        return asset < lastRow.length ? lastRow[asset] - 1 : NONE;
    }

    /** The sum of all holdings of the asset. */
    long supply(int asset) {
        return asset < supply.length ? supply[asset] : 0;
    }

    void addAvailable(int row, long change) {
        cells[row * STRIDE + AVAILABLE] += change;
        if (undo.isOpen()) {
            undo.add(() -> cells[row * STRIDE + AVAILABLE] -= change);
        }
    }

    void addHeld(int row, long change) {
        held[row] += change;
        if (undo.isOpen()) {
            undo.add(() -> held[row] -= change);
        }
    }

    void addSupply(int asset, long change) {
        supply[asset] += change;
        if (undo.isOpen()) {
            undo.add(() -> supply[asset] -= change);
        }
    }

    /** A row made by a batch that is undone stays, with nothing in it. */
    private int add(long key, long available, long heldOfIt) {
        if (count == held.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
            held = Arrays.copyOf(held, count * 2);
            next = Arrays.copyOf(next, count * 2);
        }
        if (count * 2 >= index.length) {
            rehash();
        }
        int row = count++;
        int cell = row * STRIDE;
        cells[cell + KEY] = key;
        cells[cell + AVAILABLE] = available;
        held[row] = heldOfIt;
        insert(row, key);
        chain(row, assetOf(key));
        return row;
    }

    private void chain(int row, int asset) {
        if (asset >= firstRow.length) {
            int room = Math.max(asset + 1, firstRow.length * 2);
            firstRow = Arrays.copyOf(firstRow, room);
            lastRow = Arrays.copyOf(lastRow, room);
            supply = Arrays.copyOf(supply, room);
        }
        if (firstRow[asset] == 0) {
            firstRow[asset] = row + 1;
        } else {
            next[lastRow[asset] - 1] = row + 1;
        }
        lastRow[asset] = row + 1;
    }

    private void rehash() {
        index = new int[index.length * 2];
        for (int row = 0; row < count; row++) {
            insert(row, key(row));
        }
    }

    private void insert(int row, long key) {
        int mask = index.length - 1;
        int slot = slotOf(key, mask);
        while (index[slot] != 0) {
            slot = slot + 1 & mask;
        }
        index[slot] = row + 1;
    }

    /** Fibonacci hashing, the high bits folded down, so that neighbouring accounts scatter. */
    private static int slotOf(long key, int mask) {
        long hash = key * 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 32 ^ hash >>> 48) & mask;
    }

    void writeTo(StateSink sink) {
        sink.putLong(count);
        for (int row = 0; row < count; row++) {
            sink.putLong(key(row));
            sink.putLong(available(row));
            sink.putLong(held(row));
        }
    }

    void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            long key = source.getLong();
            int row = add(key, source.getLong(), source.getLong());
            supply[assetOf(key)] += total(row);
        }
    }
}
