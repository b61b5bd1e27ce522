package org.tallystick.gateway.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.tallystick.gateway.NotOrdered;
import org.tallystick.gateway.Ordering;
import org.tallystick.gateway.http.Problem;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Frames;
import org.tallystick.wire.codec.MalformedMessage;

/**
 * Reads the envelopes of a bulk and submits them, on a thread of its own, while another takes the receipts. Waits where too
 * many are on their way, where the log is busy, and where the party has spent its rate.
 */
final class Intake implements AutoCloseable {

    private static final long BUSY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int BUFFER = 1 << 16;

    /** Stands after the last envelope. */
    private static final CompletableFuture<byte[]> END = new CompletableFuture<>();

    private final Ordering ordering;
    private final IntToLongFunction rate;
    private final BlockingQueue<CompletableFuture<byte[]>> onTheirWay;
    private volatile boolean closed;
    private @Nullable Thread reader;

    /**
     * @param window envelopes on their way at the same time
     * @param rate takes tokens, or tells how many nanoseconds to wait for them
     */
    Intake(Ordering ordering, int window, IntToLongFunction rate) {
        this.ordering = ordering;
        this.rate = rate;
        this.onTheirWay = new ArrayBlockingQueue<>(window);
    }

    /** Begins to read. */
    void begin(InputStream in) {
        reader = Thread.ofVirtual().name("bulk").start(() -> read(new BufferedInputStream(in, BUFFER)));
    }

    /** Whether the next receipt is there, so that nobody has to wait for it. */
    boolean hasAnswered() {
        CompletableFuture<byte[]> next = onTheirWay.peek();
        return next != null && next.isDone();
    }

    /**
     * The next receipt, in the order of the envelopes.
     *
     * @return null when there are no more
     * @throws ExecutionException when the bulk ends here; the cause says why
     */
    byte @Nullable [] next(Duration patience) throws InterruptedException, ExecutionException {
        CompletableFuture<byte[]> next = onTheirWay.take();
        if (next.equals(END)) {
            return null;
        }
        try {
            return next.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new ExecutionException(late);
        }
    }

    private void read(InputStream in) {
        CompletableFuture<byte[]> last = END;
        try {
            byte[] envelope = Frames.read(in, Envelopes.MAX_BYTES);
            while (envelope != null && !closed) {
                onTheirWay.put(submit(envelope));
                envelope = Frames.read(in, Envelopes.MAX_BYTES);
            }
        } catch (MalformedMessage malformed) {
            last = CompletableFuture.failedFuture(Problem.badRequest("BAD_FRAME", malformed.getMessage() + "."));
        } catch (IOException | RuntimeException cut) {
            last = CompletableFuture.failedFuture(
                    cut instanceof Problem
                            ? cut
                            : Problem.badRequest("BODY_INCOMPLETE", "The bulk ended within an envelope."));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        finish(last);
    }

    private void finish(CompletableFuture<byte[]> last) {
        try {
            onTheirWay.put(last);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<byte[]> submit(byte[] envelope) {
        for (long wait = rate.applyAsLong(1); wait > 0 && !closed; wait = rate.applyAsLong(1)) {
            LockSupport.parkNanos(wait);
        }
        CompletableFuture<byte[]> receipt = ordering.submit(envelope);
        while (isBusy(receipt) && !closed) {
            LockSupport.parkNanos(BUSY_NANOS);
            receipt = ordering.submit(envelope);
        }
        return receipt;
    }

    private static boolean isBusy(CompletableFuture<byte[]> receipt) {
        return receipt.isCompletedExceptionally()
                && receipt.exceptionNow() instanceof NotOrdered not
                && not.reason() == NotOrdered.Reason.BUSY;
    }

    /** Stops reading; what was submitted stays submitted. */
    @Override
    public void close() {
        closed = true;
        Thread reading = reader;
        if (reading != null) {
            reading.interrupt();
        }
    }
}
