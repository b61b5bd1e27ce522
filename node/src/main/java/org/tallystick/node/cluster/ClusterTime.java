package org.tallystick.node.cluster;

import io.aeron.cluster.service.ClusterClock;
import java.util.concurrent.TimeUnit;
import org.tallystick.node.machine.LedgerClock;

/**
 * Two clocks in one: entries and timers are stamped by the ledger's clock, which may stand still or jump; sessions,
 * heartbeats and elections live by real time, which does neither.
 */
final class ClusterTime implements ClusterClock {

    private final LedgerClock ledgerClock;
    private final long startNanosOfEpoch = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private final long startNanos = System.nanoTime();

    ClusterTime(LedgerClock ledgerClock) {
        this.ledgerClock = ledgerClock;
    }

    @Override
    public TimeUnit timeUnit() {
        return TimeUnit.MILLISECONDS;
    }

    @Override
    public long time() {
        return ledgerClock.millis();
    }

    @Override
    public long timeNanos() {
        return startNanosOfEpoch + (System.nanoTime() - startNanos);
    }

    @Override
    public long timeMillis() {
        return TimeUnit.NANOSECONDS.toMillis(timeNanos());
    }

    /** Liveness is judged at the moment of asking, whatever the ledger's clock shows. */
    @Override
    public long convertToNanos(long ledgerMillis) {
        return timeNanos();
    }
}
