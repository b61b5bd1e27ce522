package org.tallystick.node.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * How the threads of the log wait for work. After an entry or two, with short naps for some tens of milliseconds, then with
 * long ones: an entry passes through half a dozen threads, and naps that grow with every idle round would make each of them
 * meet it at the end of a long one. Where more came at a time, with longer naps at once: what comes meanwhile is done
 * together, and the processors are left to verification. None spins for long or yields, for the same reason. Until the log
 * has been replayed nobody waits for an entry, and naps are longer, too.
 */
final class AttentiveIdle implements IdleStrategy {

    private static final int SEVERAL = 3;
    private static final int A_BACKLOG = 64; // waits for nothing
    private static final int SPINS = 10;
    private static final int NAPS = SPINS + 500;
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(20); // the system adds about 50 µs of its own
    private static final long GATHERING_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BooleanSupplier serving;
    private int rounds;
    private long napNanos = SHORT_NANOS;

    AttentiveIdle(BooleanSupplier serving) {
        this.serving = serving;
    }

    @Override
    public void idle(int workCount) {
        if (workCount <= 0) {
            idle();
        } else if (workCount < SEVERAL || workCount >= A_BACKLOG) {
            reset();
        } else {
            rounds = SPINS;
            napNanos = GATHERING_NANOS;
            LockSupport.parkNanos(napNanos);
        }
    }

    @Override
    public void idle() {
        if (rounds < SPINS) {
            rounds++;
            Thread.onSpinWait();
        } else if (rounds < NAPS) {
            rounds++;
            LockSupport.parkNanos(napNanos);
        } else {
            LockSupport.parkNanos(LONG_NANOS);
        }
    }

    @Override
    public void reset() {
        rounds = 0;
        napNanos = serving.getAsBoolean() ? SHORT_NANOS : GATHERING_NANOS;
    }

    @Override
    public String alias() {
        return "attentive";
    }
}
