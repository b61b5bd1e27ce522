package org.tallystick.gateway.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Breaks off, by interrupting it, what this thread reads, if it is not done in time: a blocked read does not look at the clock. */
final class CutOff implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final ScheduledFuture<?> interruption;

    private CutOff(ScheduledFuture<?> interruption) {
        this.interruption = interruption;
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("cut-offs").factory());
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    /** For what this thread reads from now on, until this is closed. */
    static CutOff after(Duration patience) {
        return new CutOff(WATCH.schedule(Thread.currentThread()::interrupt, patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        interruption.cancel(false);
    }
}
