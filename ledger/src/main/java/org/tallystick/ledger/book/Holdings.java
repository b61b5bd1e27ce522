package org.tallystick.ledger.book;

import java.util.Arrays;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/**
 * How much of each asset each account has: one row for each (account, asset) pair that ever held something.
 *
 * <p>This is the hottest memory of the ledger. A row is four consecutive longs, half a cache line, so that finding it
 * costs two misses at most: one in the hash index, one for the row. Rows are never moved or dropped, so a row number is a
 * stable name, and the rows of one asset form a chain in the order in which they came into being: that is the order in
 * which its holders are paid.
 */
final class Holdings {

    static final int NONE = -1;

    private static final int STRIDE = 4;
    private static final int KEY = 0;
    private static final int AVAILABLE = 1;
    private static final int HELD = 2;
    private static final int NEXT = 3;

    private final UndoLog undo;

    private long[] cells;
    private int count;

    /** Row + 1 by hash of the key, 0 where free; a power of two, at most half full. */
    private int[] index;

    /** By asset number: first and last row of its chain, and the sum of its rows. */
    private int[] firstRow;

    private int[] lastRow;
    private long[] supply;

    Holdings(UndoLog undo) {
        this(undo, new long[64 * STRIDE], 0, new int[128], new int[0], new int[0], new long[0]);
    }

    private Holdings(UndoLog undo, long[] cells, int count, int[] index, int[] firstRow, int[] lastRow, long[] supply) {
        this.undo = undo;
        this.cells = cells;
        this.count = count;
        this.index = index;
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        this.supply = supply;
    }

    Holdings fork(UndoLog undoOfFork) {
        return new Holdings(
                undoOfFork, cells.clone(), count, index.clone(), firstRow.clone(), lastRow.clone(), supply.clone());
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
        return cells[row * STRIDE + HELD];
    }

    long total(int row) {
        return available(row) + held(row);
    }

    /** The asset's next row after this one, or {@link #NONE}. */
    int next(int row) {
        return (int) cells[row * STRIDE + NEXT];
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
        add(row, AVAILABLE, change);
    }

    void addHeld(int row, long change) {
        add(row, HELD, change);
    }

    void addSupply(int asset, long change) {
        supply[asset] += change;
        if (undo.isOpen()) {
            undo.add(() -> supply[asset] -= change);
        }
    }

    private void add(int row, int column, long change) {
        cells[row * STRIDE + column] += change;
        if (undo.isOpen()) {
            undo.add(() -> cells[row * STRIDE + column] -= change);
        }
    }

    /** A row made by a batch that is undone stays, with nothing in it. */
    private int add(long key, long available, long held) {
        if (count * STRIDE == cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        if (count * 2 >= index.length) {
            rehash();
        }
        int row = count++;
        int cell = row * STRIDE;
        cells[cell + KEY] = key;
        cells[cell + AVAILABLE] = available;
        cells[cell + HELD] = held;
        cells[cell + NEXT] = NONE;
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
            cells[(lastRow[asset] - 1) * STRIDE + NEXT] = row;
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
