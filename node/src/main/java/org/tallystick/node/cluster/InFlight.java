package org.tallystick.node.cluster;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.agrona.concurrent.OneToOneConcurrentArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Submissions that have no receipt yet, bounded in number and in bytes. They wait for the ingress thread, then for the
 * log, then for the receipts thread; each queue has room for all of them, so no thread ever waits for another.
 *
 * <p>One permit stands for one submission, or for its share of the bytes if that is more: a long envelope takes several.
 */
final class InFlight {

    private final int maxPermits;
    private final int bytesPerPermit;
    private final Semaphore room;
    private final ManyToOneConcurrentArrayQueue<Submission> waiting;
    private final OneToOneConcurrentArrayQueue<Submission> ordered;
    private final OneToOneConcurrentArrayQueue<Submission> decided;

    InFlight(int maxEntries, long maxBytes) {
        this.maxPermits = maxEntries;
        this.bytesPerPermit = (int) Math.max(1, maxBytes / maxEntries);
        this.room = new Semaphore(maxEntries);
        this.waiting = new ManyToOneConcurrentArrayQueue<>(maxEntries);
        this.ordered = new OneToOneConcurrentArrayQueue<>(maxEntries);
        this.decided = new OneToOneConcurrentArrayQueue<>(maxEntries);
    }

    /** Takes room for the envelope; null when there is none. */
    @Nullable
    Submission tryAdmit(byte[] envelope) {
        int permits = permitsFor(envelope);
        return room.tryAcquire(permits) ? new Submission(envelope, permits) : null;
    }

    /** As {@link #tryAdmit}, waiting for room so long at most. */
    @Nullable
    Submission admitWithin(byte[] envelope, long patienceMillis) throws InterruptedException {
        int permits = permitsFor(envelope);
        return room.tryAcquire(permits, patienceMillis, TimeUnit.MILLISECONDS)
                ? new Submission(envelope, permits)
                : null;
    }

    private int permitsFor(byte[] envelope) {
        return Math.clamp(envelope.length / bytesPerPermit, 1, maxPermits);
    }

    /** Submissions of all callers, in each caller's order; emptied by the ingress thread. */
    Queue<Submission> waiting() {
        return waiting;
    }

    /** What was offered to the log, in that order; emptied by the service thread. */
    Queue<Submission> ordered() {
        return ordered;
    }

    /** What has a receipt, or never will; emptied by the receipts thread. */
    Queue<Submission> decided() {
        return decided;
    }

    /** Gives room back and tells the caller. */
    void complete(Submission submission) {
        room.release(submission.permits);
        submission.complete();
    }

    /** How many there are; a long one counts several times. */
    int count() {
        return maxPermits - room.availablePermits();
    }

    boolean isEmpty() {
        return count() == 0;
    }

    /** Refuses all that has no receipt, for when no thread works on it any more. */
    synchronized void refuseAll(RuntimeException reason) {
        for (Queue<Submission> queue : List.of(ordered, waiting)) {
            for (Submission left = queue.poll(); left != null; left = queue.poll()) {
                left.refuse(reason);
                complete(left);
            }
        }
    }
}
