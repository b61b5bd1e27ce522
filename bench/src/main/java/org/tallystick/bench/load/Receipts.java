package org.tallystick.bench.load;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receipts as they come, by request. They are kept outside the heap, in memory that was written to before: clients do not
 * keep theirs where the node's collector would have to carry them along.
 */
final class Receipts {

    /** More than any receipt has. */
    private static final int SLAB_BYTES = 32 << 20;

    private static final int NONE = -1;

    private final Arena arena = Arena.ofAuto();
    private final List<MemorySegment> slabs = new ArrayList<>();
    private final long[] starts;
    private final int[] lengths;
    private long end;

    /** Room for so many, of about so many bytes together; what is beyond that finds room when it comes. */
    Receipts(int requests, long bytes) {
        starts = new long[requests];
        lengths = new int[requests];
        for (long room = 0; room <= bytes; room += SLAB_BYTES) {
            addSlab();
        }
    }

    /** Arenas give out memory that is filled with zeroes, so all of it has been touched. */
    private void addSlab() {
        slabs.add(arena.allocate(SLAB_BYTES));
    }

    /** Keeps what came for a request: once for each, by any thread; null is kept as none. */
    synchronized void keep(int request, byte @Nullable [] receipt) {
        if (receipt == null) {
            lengths[request] = NONE;
            return;
        }
        long left = SLAB_BYTES - end % SLAB_BYTES;
        long start = receipt.length <= left ? end : end + left;
        if (start / SLAB_BYTES == slabs.size()) {
            addSlab();
        }
        MemorySegment.copy(receipt, 0, slab(start), ValueLayout.JAVA_BYTE, start % SLAB_BYTES, receipt.length);
        starts[request] = start;
        lengths[request] = receipt.length;
        end = start + receipt.length;
    }

    private MemorySegment slab(long start) {
        return slabs.get((int) (start / SLAB_BYTES));
    }

    /** Whether a request has a receipt, all of them having been answered. */
    boolean has(int request) {
        return lengths[request] != NONE;
    }

    /** A request's receipt; null if it has none. */
    byte @Nullable [] of(int request) {
        if (!has(request)) {
            return null;
        }
        long start = starts[request];
        return slab(start).asSlice(start % SLAB_BYTES, lengths[request]).toArray(ValueLayout.JAVA_BYTE);
    }
}
