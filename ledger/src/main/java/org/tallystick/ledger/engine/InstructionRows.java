package org.tallystick.ledger.engine;

import java.util.Arrays;

/**
 * Rows of numbers in the order in which they were appended; only the oldest is removed. A row is written once, so a fork
 * shares all rows with what it is forked from, but for a few at the end.
 *
 * <p>They stand in a ring of chunks. A row's position stays what it is until the ring grows.
 */
final class InstructionRows {

    /** Numbers in a row. */
    static final int STRIDE = 5;

    private static final int CHUNK_BITS = 10;
    private static final int ROWS_A_CHUNK = 1 << CHUNK_BITS;

    private static final long[] NONE = {};

    /** As many as a power of two; empty where no row stands. */
    private long[][] chunks;

    private int head;
    private int count;

    InstructionRows() {
        this(new long[][] {NONE}, 0, 0);
    }

    private InstructionRows(long[][] chunks, int head, int count) {
        this.chunks = chunks;
        this.head = head;
        this.count = count;
    }

    InstructionRows fork() {
        long[][] shared = chunks.clone();
        int next = position(count);
        if ((next & ROWS_A_CHUNK - 1) != 0) {
            int begun = next >>> CHUNK_BITS;
            shared[begun] = shared[begun].clone();
        }
        return new InstructionRows(shared, head, count);
    }

    int count() {
        return count;
    }

    int capacity() {
        return chunks.length * ROWS_A_CHUNK;
    }

    /** The position of a row: the oldest is number 0. */
    int position(int number) {
        return head + number & capacity() - 1;
    }

    long get(int position, int column) {
        return chunks[position >>> CHUNK_BITS][cell(position) + column];
    }

    /** Whether the ring has to grow before a row is appended: what would come next is where the oldest rows stand. */
    boolean isFull() {
        int next = position(count);
        return count > 0 && (next & ROWS_A_CHUNK - 1) == 0 && next >>> CHUNK_BITS == head >>> CHUNK_BITS;
    }

    /** Doubles the ring; every row gets another position. */
    void grow() {
        long[][] larger = new long[chunks.length * 2][];
        Arrays.fill(larger, NONE);
        int first = head >>> CHUNK_BITS;
        System.arraycopy(chunks, first, larger, 0, chunks.length - first);
        System.arraycopy(chunks, 0, larger, chunks.length - first, first);
        chunks = larger;
        head &= ROWS_A_CHUNK - 1;
    }

    /** Appends a row where the ring is not full, and answers its position. */
    int append(long a, long b, long c, long d, long e) {
        int position = position(count);
        int at = position >>> CHUNK_BITS;
        if (chunks[at].length == 0) {
            chunks[at] = new long[ROWS_A_CHUNK * STRIDE];
        }
        long[] chunk = chunks[at];
        int cell = cell(position);
        chunk[cell] = a;
        chunk[cell + 1] = b;
        chunk[cell + 2] = c;
        chunk[cell + 3] = d;
        chunk[cell + 4] = e;
        count++;
        return position;
    }

    void removeOldest() {
        if ((head + 1 & ROWS_A_CHUNK - 1) == 0) {
            chunks[head >>> CHUNK_BITS] = NONE;
        }
        head = position(1);
        count--;
    }

    private static int cell(int position) {
        return (position & ROWS_A_CHUNK - 1) * STRIDE;
    }
}
