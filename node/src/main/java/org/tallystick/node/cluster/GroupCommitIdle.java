package org.tallystick.node.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * How the thread that forces the log to disk waits: as the others do, but while every round finds something to force, a
 * millisecond after each. What comes meanwhile is forced together, and everybody behind is woken less often. A log that is
 * replayed is not held up so.
 */
final class GroupCommitIdle implements IdleStrategy {

    private static final int STEADY = 4; // one client that waits for its receipt is not
    private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BooleanSupplier serving;
    private final AttentiveIdle idle;
    private int roundsWithWork;

    GroupCommitIdle(BooleanSupplier serving) {
        this.serving = serving;
        this.idle = new AttentiveIdle(serving);
    }

    @Override
    public void idle(int workCount) {
        if (workCount <= 0) {
            idle();
            return;
        }
        idle.reset();
        roundsWithWork++;
        if (roundsWithWork >= STEADY && serving.getAsBoolean()) {
            LockSupport.parkNanos(GATHERING_NANOS);
        }
    }

    @Override
    public void idle() {
        roundsWithWork = 0;
        idle.idle();
    }

    @Override
    public void reset() {
        roundsWithWork = 0;
        idle.reset();
    }

    @Override
    public String alias() {
        return "group-commit";
    }
}
