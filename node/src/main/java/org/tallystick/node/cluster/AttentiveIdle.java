package org.tallystick.node.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * How the threads of the log wait for work. A client or two that wait for their receipts find them awake, and for some tens
 * of milliseconds after the last work napping shortly. In a stream of entries naps are longer, and in a crowd longer still:
 * what comes meanwhile is done together, and the processors are left to verification.
 */
final class AttentiveIdle implements IdleStrategy {

    static final int A_STREAM = 16; // entries in flight
    private static final int A_CROWD = 2_000; // and each takes so long anyway that some milliseconds more are nothing
    private static final int A_BACKLOG = 64; // done in one round: more is there, and waits for no nap
    private static final int SPINS = 10;
    private static final int NAPS = SPINS + 500;
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(20); // the system adds about 50 µs of its own
    private static final long CROWD_NANOS = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final IntSupplier inFlight;
    private final int backlog;
    private final long streamNanos;
    private int rounds;

    private AttentiveIdle(IntSupplier inFlight, int backlog, long streamNanos) {
        this.inFlight = inFlight;
        this.backlog = backlog;
        this.streamNanos = streamNanos;
    }

    /**
     * Of a thread that entries pass through.
     *
     * @param inFlight how many entries are on their way
     */
    static AttentiveIdle passing(IntSupplier inFlight) {
        return new AttentiveIdle(inFlight, A_BACKLOG, TimeUnit.MICROSECONDS.toNanos(200));
    }

    /** Of the thread that forces the log to disk, which costs more than a look; its work is told in bytes. */
    static AttentiveIdle forcing(IntSupplier inFlight) {
        return new AttentiveIdle(inFlight, Integer.MAX_VALUE, TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Override
    public void idle(int workCount) {
        if (workCount <= 0) {
            idle();
            return;
        }
        reset();
        if (workCount < backlog && inFlight.getAsInt() >= A_STREAM) {
            rounds = SPINS;
            nap();
        }
    }

    @Override
    public void idle() {
        if (rounds < SPINS) {
            rounds++;
            Thread.onSpinWait();
        } else if (rounds < NAPS) {
            rounds++;
            nap();
        } else {
            LockSupport.parkNanos(IDLE_NANOS);
        }
    }

    private void nap() {
        int count = inFlight.getAsInt();
        LockSupport.parkNanos(count < A_STREAM ? SHORT_NANOS : count < A_CROWD ? streamNanos : CROWD_NANOS);
    }

    @Override
    public void reset() {
        rounds = 0;
    }

    @Override
    public String alias() {
        return "attentive";
    }
}
