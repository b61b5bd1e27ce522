package org.tallystick.node.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.IdleStrategy;

/**
 * How the threads of the log wait for work: with short naps for some tens of milliseconds after the last work, then with
 * long ones. An entry passes through half a dozen threads; naps that grow with every idle round would make each of them
 * meet it at the end of a long one. None spins: with as few cores as threads, that takes time from verification.
 */
final class AttentiveIdle implements IdleStrategy {

    private static final int SPINS = 10;
    private static final int YIELDS = SPINS + 20;
    private static final int SHORT_NAPS = YIELDS + 500;
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(20); // the system adds about 50 µs of its own
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private int rounds;

    @Override
    public void idle(int workCount) {
        if (workCount > 0) {
            reset();
        } else {
            idle();
        }
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // only how fast, never what, depends on the scheduler
    public void idle() {
        if (rounds < SPINS) {
            rounds++;
            Thread.onSpinWait();
        } else if (rounds < YIELDS) {
            rounds++;
            Thread.yield();
        } else if (rounds < SHORT_NAPS) {
            rounds++;
            LockSupport.parkNanos(SHORT_NANOS);
        } else {
            LockSupport.parkNanos(LONG_NANOS);
        }
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
