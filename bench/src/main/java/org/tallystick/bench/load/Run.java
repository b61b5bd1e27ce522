package org.tallystick.bench.load;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.failure.SubmissionRefused;

/** What was sent and what came back, each with its times. Answers arrive on threads of the node. */
public final class Run {

    private final long[] intended;
    private final long[] answered;
    private final Receipts receipts;
    private final AtomicInteger open;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch done = new CountDownLatch(1);

    /** Requests for these envelopes, whose receipts will be about as long as they are. */
    Run(List<byte[]> envelopes) {
        int requests = envelopes.size();
        intended = new long[requests];
        answered = new long[requests];
        receipts = new Receipts(
                requests, envelopes.stream().mapToLong(bytes -> bytes.length).sum());
        open = new AtomicInteger(requests);
    }

    /** Watches the answer to a request that was, or should have been, sent at {@code intendedNanos}. */
    void expect(int request, long intendedNanos, CompletableFuture<byte[]> answer) {
        intended[request] = intendedNanos;
        var unused = answer.whenComplete((receipt, thrown) -> answered(request, receipt, thrown));
    }

    private void answered(int request, byte @Nullable [] receipt, @Nullable Throwable thrown) {
        answered[request] = System.nanoTime();
        if (thrown instanceof SubmissionRefused) {
            refused.incrementAndGet();
        } else if (thrown != null) {
            failure.compareAndSet(null, thrown);
        }
        receipts.keep(request, receipt);
        if (open.decrementAndGet() == 0) {
            done.countDown();
        }
    }

    /** How many have no answer yet. */
    int open() {
        return open.get();
    }

    /** Waits for the last answer. */
    Run await() throws InterruptedException {
        done.await();
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the node failed: " + thrown.getMessage(), thrown);
        }
        return this;
    }

    public int requests() {
        return intended.length;
    }

    /** Requests that the node did not take because too much was in flight. */
    public int refused() {
        return refused.get();
    }

    /** The receipt of a request; null if it was refused. */
    public byte @Nullable [] receipt(int request) {
        return receipts.of(request);
    }

    /** Seconds from the first request to the last answer. */
    public double seconds() {
        long last = Long.MIN_VALUE;
        for (long nanos : answered) {
            last = Math.max(last, nanos - intended[0]);
        }
        return last / 1e9;
    }

    /**
     * Times from when a request should have been sent to its receipt, in nanoseconds, those refused left out: an answer
     * that comes late because the sender was late is late.
     */
    public Histogram latencies() {
        Histogram histogram = new Histogram(3);
        for (int request = 0; request < intended.length; request++) {
            if (receipts.has(request)) {
                histogram.recordValue(answered[request] - intended[request]);
            }
        }
        return histogram;
    }
}
