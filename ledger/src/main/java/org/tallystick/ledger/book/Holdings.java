package org.tallystick.ledger.book;

import java.util.Arrays;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/**
 * How much of each asset each account has: one holding for each (account, asset) pair that ever held something.
 *
 * <p>This is the hottest memory of the ledger. What nearly every leg needs of a holding, its key and what is available,
 * stands in the slots of a hash table itself, and an account's first few holdings stand side by side at its home: to meet
 * them, the cash and the security of a delivery for one, costs one cache miss. A slot moves when the table grows. A
 * <em>row</em> does not: rows are numbered in the order in which holdings came into being, are never dropped, and keep what
 * few legs need. Whatever is iterated or remembered goes by row, so that it is the same on every machine; the rows of one
 * asset form a chain, and that is the order in which its holders are paid.
 */
final class Holdings {

    static final int NONE = -1;

    private static final int STRIDE = 2;
    private static final int KEY = 0;
    private static final int AVAILABLE = 1;

    /** Slots of a home, which accounts with neighbouring slots of their own share. */
    private static final int AT_HOME = 4;

    /** So many rows are written down together, or read. */
    private static final int ROWS_TOGETHER = 64;

    private final UndoLog undo;

    /** Key and available, by slot; a key of 0 is a free slot. A power of two of them, at most half in use. */
    private long[] slots;

    /** The row of the holding in a slot. */
    private int[] rowOf;

    private int count;

    /** How many stand away from home. */
    private int away;

    private long[] keys;
    private long[] held;

    /** The next row of the same asset + 1, by row; 0 for none. */
    private int[] next;

    /** By asset number: first and last row of its chain + 1, and the sum of its holdings. */
    private int[] firstRow;

    private int[] lastRow;
    private long[] supply;

    /** Scratch: the places that are glanced at. */
    private int[] glanced = new int[0];

    Holdings(UndoLog undo) {
        this.undo = undo;
        this.slots = new long[128 * STRIDE];
        this.rowOf = new int[128];
        this.keys = new long[64];
        this.held = new long[64];
        this.next = new int[64];
        this.firstRow = new int[0];
        this.lastRow = new int[0];
        this.supply = new long[0];
    }

    private Holdings(Holdings other, UndoLog undo) {
        this.undo = undo;
        this.slots = other.slots.clone();
        this.rowOf = other.rowOf.clone();
        this.count = other.count;
        this.away = other.away;
        this.keys = other.keys.clone();
        this.held = other.held.clone();
        this.next = other.next.clone();
        this.firstRow = other.firstRow.clone();
        this.lastRow = other.lastRow.clone();
        this.supply = other.supply.clone();
    }

    Holdings fork(UndoLog undoOfFork) {
        return new Holdings(this, undoOfFork);
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

    // --- By slot: valid until a holding is added ---

    /** The slot of a holding, or {@link #NONE}. */
    int find(long key) {
        int slot = place(key);
        return slots[slot * STRIDE + KEY] == key ? slot : NONE;
    }

    /**
     * Where a holding stands, or where it would: the first slot that is its own or free, at its account's home and then away
     * from it. Nothing ever leaves, so where a free slot is met, the holding did not go past it.
     */
    private int place(long key) {
        int mask = rowOf.length - 1;
        int slot = placeAtHome(key, mask);
        if (slot != NONE) {
            return slot;
        }
        slot = away(key, mask);
        while (!isOwnOrFree(slot, key)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The same at home alone, or {@link #NONE} where others have taken all of it. */
    private int placeAtHome(long key, int mask) {
        int own = own(accountOf(key), mask);
        for (int i = 0; i < AT_HOME; i++) {
            int slot = own & -AT_HOME | own + assetOf(key) + i & AT_HOME - 1;
            if (isOwnOrFree(slot, key)) {
                return slot;
            }
        }
        return NONE;
    }

    private boolean isOwnOrFree(int slot, long key) {
        long there = slots[slot * STRIDE + KEY];
        return there == key || there == 0;
    }

    /**
     * Reads the homes of these accounts, for the sake of having them in the cache. Where to read is worked out first, so
     * that the loops that wait for memory are nothing but loads: the shorter they are, the more of them are under way at
     * once.
     */
    long glance(int[] accounts, int size) {
        int mask = rowOf.length - 1;
        int[] places = places(size);
        for (int i = 0; i < size; i++) {
            places[i] = home(accounts[i], mask) * STRIDE;
        }
        return sumOf(places, 0, size) + sumOf(places, AT_HOME * STRIDE - 1, size);
    }

    /** Whether so many holdings stand away from home that it is worth reading theirs ahead. */
    boolean manyAway() {
        return away > count / 8;
    }

    /** Reads where those of these holdings will be looked for that stand away from home. Their homes are in the cache. */
    long glanceAway(int[] accounts, int[] assets, int size) {
        int mask = rowOf.length - 1;
        int[] places = places(size);
        int found = 0;
        for (int i = 0; i < size; i++) {
            long key = key(accounts[i], assets[i]);
            if (placeAtHome(key, mask) == NONE) {
                places[found++] = away(key, mask) * STRIDE;
            }
        }
        return sumOf(places, KEY, found) + sumOf(places, AVAILABLE, found);
    }

    private int[] places(int size) {
        if (glanced.length < size) {
            glanced = new int[size];
        }
        return glanced;
    }

    /** One load a turn: twice as fast as two, and the second of a place is mostly in the line of the first. */
    private long sumOf(int[] places, int column, int size) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += slots[places[i] + column];
        }
        return sum;
    }

    /** The slot of a holding, made with nothing in it if there was none. */
    int findOrAdd(long key) {
        int slot = find(key);
        return slot != NONE ? slot : add(key);
    }

    long available(int slot) {
        return slots[slot * STRIDE + AVAILABLE];
    }

    int row(int slot) {
        return rowOf[slot];
    }

    void addAvailable(int slot, long change) {
        slots[slot * STRIDE + AVAILABLE] += change;
        if (undo.isOpen()) {
            long key = slots[slot * STRIDE + KEY];
            undo.add(() -> slots[find(key) * STRIDE + AVAILABLE] -= change);
        }
    }

    /** An account's own slot, by Fibonacci hashing: those of accounts numbered one after another are spread evenly. */
    private static int own(int account, int mask) {
        return (int) (account * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(mask));
    }

    /** The first slot of its home, which is the slots around its own; holdings stand there from its own on, round and round. */
    private static int home(int account, int mask) {
        return own(account, mask) & -AT_HOME;
    }

    /** Where the search for what has no room at home begins: the same in two dimensions. */
    private static int away(long key, int mask) {
        long hash = accountOf(key) * 0x9E3779B97F4A7C15L + assetOf(key) * 0xD1B54A32D192ED03L;
        return (int) (hash >>> Long.numberOfLeadingZeros(mask));
    }

    // --- By row: valid for ever ---

    int count() {
        return count;
    }

    long key(int row) {
        return keys[row];
    }

    long held(int row) {
        return held[row];
    }

    /** Available and held together. */
    long total(int row) {
        return available(find(keys[row])) + held[row];
    }

    void addHeld(int row, long change) {
        held[row] += change;
        if (undo.isOpen()) {
            undo.add(() -> held[row] -= change);
        }
    }

    // --- By asset ---

    int first(int asset) {
        return asset < firstRow.length ? firstRow[asset] - 1 : NONE;
    }

    int last(int asset) {
        return asset < lastRow.length ? lastRow[asset] - 1 : NONE;
    }

    /** The asset's next row after this one, or {@link #NONE}. */
    int next(int row) {
        return next[row] - 1;
    }

    /** The sum of all holdings of the asset. */
    long supply(int asset) {
        return asset < supply.length ? supply[asset] : 0;
    }

    void addSupply(int asset, long change) {
        supply[asset] += change;
        if (undo.isOpen()) {
            undo.add(() -> supply[asset] -= change);
        }
    }

    // --- Growing ---

    /** Adds an empty holding; its slot. One made by a batch that is undone stays, with nothing in it. */
    private int add(long key) {
        grow(1);
        return insert(key, 0, addRow(key));
    }

    /** Has room for so many more holdings, so that no slot moves until they are there. */
    private void grow(int more) {
        if (count + more > keys.length) {
            int room = Math.max(count + more, count * 2);
            keys = Arrays.copyOf(keys, room);
            held = Arrays.copyOf(held, room);
            next = Arrays.copyOf(next, room);
        }
        while ((count + more) * 2 > rowOf.length) {
            rehash();
        }
    }

    private int addRow(long key) {
        int row = count++;
        keys[row] = key;
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

    /** Room for so many holdings where there is none yet. */
    private void makeRoom(int holdings) {
        int room = Math.max(keys.length, holdings);
        keys = new long[room];
        held = new long[room];
        next = new int[room];
        int places = Integer.highestOneBit(room) * 4;
        slots = new long[places * STRIDE];
        rowOf = new int[places];
    }

    private void rehash() {
        long[] slotsBefore = slots;
        int[] rowsBefore = rowOf;
        slots = new long[slotsBefore.length * 2];
        rowOf = new int[rowsBefore.length * 2];
        away = 0;
        move(slotsBefore, rowsBefore, true);
        move(slotsBefore, rowsBefore, false); // after those that were at home, which have room at home again
    }

    private void move(long[] slotsBefore, int[] rowsBefore, boolean fromHome) {
        for (int slot = 0; slot < rowsBefore.length; slot++) {
            long key = slotsBefore[slot * STRIDE + KEY];
            boolean wasAtHome = (slot & -AT_HOME) == home(accountOf(key), rowsBefore.length - 1);
            if (key != 0 && wasAtHome == fromHome) {
                insert(key, slotsBefore[slot * STRIDE + AVAILABLE], rowsBefore[slot]);
            }
        }
    }

    private int insert(long key, long available, int row) {
        int slot = place(key);
        fill(slot, key, available, row);
        return slot;
    }

    private void fill(int slot, long key, long available, int row) {
        if ((slot & -AT_HOME) != home(accountOf(key), rowOf.length - 1)) {
            away++;
        }
        slots[slot * STRIDE + KEY] = key;
        slots[slot * STRIDE + AVAILABLE] = available;
        rowOf[slot] = row;
    }

    // --- Snapshot ---

    void writeTo(StateSink sink) {
        sink.putLong(count);
        int[] slotsOfRows = new int[ROWS_TOGETHER];
        for (int from = 0; from < count; from += ROWS_TOGETHER) {
            int some = Math.min(ROWS_TOGETHER, count - from);
            for (int i = 0; i < some; i++) { // in a loop that does nothing else, the waits for memory overlap
                slotsOfRows[i] = find(keys[from + i]);
            }
            for (int i = 0; i < some; i++) {
                sink.putLong(keys[from + i]);
                sink.putLong(available(slotsOfRows[i]));
                sink.putLong(held[from + i]);
            }
        }
    }

    /** Into holdings of which there is none. */
    void readFrom(StateSource source) {
        int coming = source.getCount();
        makeRoom(StateSource.room(coming));
        Rows rows = new Rows();
        for (int left = coming; left > 0; left -= rows.size) {
            rows.read(source, Math.min(ROWS_TOGETHER, left));
            addAll(rows);
        }
    }

    /** Some rows of a snapshot. */
    private static final class Rows {

        private int size;
        private final long[] keys = new long[ROWS_TOGETHER];
        private final long[] available = new long[ROWS_TOGETHER];
        private final long[] held = new long[ROWS_TOGETHER];

        void read(StateSource source, int some) {
            size = some;
            for (int i = 0; i < some; i++) {
                keys[i] = source.getLong();
                available[i] = source.getLong();
                held[i] = source.getLong();
            }
        }
    }

    private void addAll(Rows rows) {
        grow(rows.size);
        int[] slotsOfRows = new int[ROWS_TOGETHER];
        for (int i = 0; i < rows.size; i++) { // in a loop that does nothing else, the waits for memory overlap
            slotsOfRows[i] = place(rows.keys[i]);
        }
        for (int i = 0; i < rows.size; i++) {
            long key = rows.keys[i];
            int slot = isOwnOrFree(slotsOfRows[i], key) ? slotsOfRows[i] : place(key);
            int row = addRow(key);
            fill(slot, key, rows.available[i], row);
            held[row] = rows.held[i];
            supply[assetOf(key)] += rows.available[i] + rows.held[i];
        }
    }
}
