package org.tallystick.readmodel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Receipts being written to the tables as the log grows, by a thread of its own. Goes on by itself after a database that
 * was away is back. For any number of threads.
 */
public interface Projection extends AutoCloseable {

    /** The last entry that is in the tables. */
    long position();

    /** How many entries of the log are not in the tables yet. */
    long lag();

    /**
     * Waits until an entry is in the tables.
     *
     * @return whether it is; not when the time is over or the projection has ended before
     */
    boolean await(long index, Duration most) throws InterruptedException;

    /**
     * Tells of every advance, with the position after it, on the projection's own thread: a listener must be quick.
     */
    void onAdvance(LongConsumer listener);

    /**
     * What stands in the way now; empty when nothing does. A {@link ReceiptDoesNotFollow} stays; a database that is away is
     * tried again.
     */
    Optional<Exception> failure();

    /** Ends after the batch being written. */
    @Override
    void close();
}
