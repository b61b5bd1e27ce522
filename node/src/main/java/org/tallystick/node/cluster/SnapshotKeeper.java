package org.tallystick.node.cluster;

import io.aeron.cluster.ClusterControl.ToggleState;
import io.aeron.exceptions.AeronException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.status.AtomicCounter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.SubmissionRefused;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.storage.DiskReserve;
import org.tallystick.node.storage.StorageFault;

/**
 * Has snapshots taken, one at a time: on a schedule, after so many entries, and on demand; and purges after each.
 *
 * <p>The state is copied between two entries and written down aside, while entries go on; the snapshot, which holds them
 * up, refers to it.
 */
final class SnapshotKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final AtomicCounter control;
    private final AtomicCounter snapshotsTaken;
    private final LedgerService service;
    private final StateFiles states;
    private final Journal journal;
    private final DiskReserve diskReserve;
    private final FailureReport failure;
    private final LogPurge purge;
    private final long intervalNanos;
    private final long everyEntries;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(LogSetup.named("snapshots"));
    private long lastNanos = System.nanoTime();
    private long retryNanos = lastNanos;
    private @Nullable ScheduledFuture<?> schedule;
    private volatile boolean closed;

    SnapshotKeeper(
            AtomicCounter control,
            AtomicCounter snapshotsTaken,
            LedgerService service,
            StateFiles states,
            Journal journal,
            DiskReserve diskReserve,
            FailureReport failure,
            LogPurge purge,
            Duration interval,
            long everyEntries) {
        this.control = control;
        this.snapshotsTaken = snapshotsTaken;
        this.service = service;
        this.states = states;
        this.journal = journal;
        this.diskReserve = diskReserve;
        this.failure = failure;
        this.purge = purge;
        this.intervalNanos = interval.toNanos();
        this.everyEntries = everyEntries;
    }

    void start() {
        schedule = thread.scheduleWithFixedDelay(this::takeWhenDue, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes a snapshot; completes with the last entry in it, when it is on disk and what it makes superfluous is purged. */
    CompletableFuture<Long> take() {
        return CompletableFuture.supplyAsync(this::takeNow, thread);
    }

    private void takeWhenDue() {
        try {
            if (isDue()) {
                takeNow();
            }
        } catch (RuntimeException | Error e) { // whatever is thrown from here would end the schedule without a word
            retryNanos = System.nanoTime() + RETRY_NANOS;
            if (!closed && failure.get() == null) {
                LOG.warn("no snapshot this time: {}", e.getMessage());
            }
        }
    }

    private boolean isDue() {
        long now = System.nanoTime();
        long newEntries = service.lastIndex() - service.lastSnapshotIndex();
        return (newEntries >= everyEntries || (newEntries > 0 && now - lastNanos >= intervalNanos))
                && now - retryNanos >= 0
                && !diskReserve.isLow();
    }

    private long takeNow() {
        requireOpen();
        writeStateDown();
        requireOpen();
        long before = snapshotsTaken.get();
        while (!ToggleState.SNAPSHOT.toggle(control)) {
            await();
        }
        while (ToggleState.get(control) != ToggleState.NEUTRAL) {
            await();
        }
        lastNanos = System.nanoTime();
        if (snapshotsTaken.get() == before) {
            throw new IllegalStateException("the snapshot was not completed; the lines before this one say why");
        }
        long index = service.lastSnapshotIndex();
        LOG.info("snapshot taken after entry {}", index);
        purge();
        return index;
    }

    /** So that the snapshot, for which all of the journal must be on disk, finds little of it that is not. */
    private void writeStateDown() {
        try {
            service.written(null);
            states.removeAfter(service.referredTo());
            requireRoom(states.newestBytes());
            service.written(states.save(frozen(), () -> !closed));
        } catch (IOException e) {
            throw new UncheckedIOException(StorageFault.sentence(e), e);
        } catch (OutOfMemoryError full) {
            throw new IllegalStateException(FrozenState.NO_ROOM, full);
        }
        forceJournal();
    }

    private FrozenState frozen() {
        CompletableFuture<FrozenState> copy = service.freeze();
        while (!copy.isDone()) {
            await();
        }
        if (copy.isCompletedExceptionally()) {
            throw new IllegalStateException(copy.exceptionNow().getMessage(), copy.exceptionNow());
        }
        return copy.resultNow();
    }

    private void requireRoom(long bytes) {
        if (!diskReserve.hasRoomFor(bytes)) {
            throw new IllegalStateException("the disk has no room for another state of %,d bytes".formatted(bytes));
        }
    }

    /** What a disk did not take once, it may not tell again: the node stops, as it does when it finds that out itself. */
    private void forceJournal() {
        try {
            journal.force();
        } catch (IOException e) {
            String sentence = "the journal could not be forced to disk: " + StorageFault.sentence(e);
            failure.report(new NodeFailed(NodeFailed.Code.LOG_STOPPED, sentence, e));
        }
    }

    private void purge() {
        try {
            purge.run();
            states.keepNewest(LogPurge.SNAPSHOTS_KEPT);
        } catch (AeronException | IOException e) {
            LOG.warn("what the snapshot makes superfluous is purged after the next one: {}", e.getMessage());
        }
    }

    private void await() {
        requireOpen();
        LockSupport.parkNanos(WAIT_NANOS);
    }

    private void requireOpen() {
        if (closed || failure.get() != null) {
            throw new SubmissionRefused(SubmissionRefused.Code.STOPPING, "the node is stopping: no snapshot is taken");
        }
    }

    /** Waits for a snapshot under way to come to an end, as it does soon: what is being written down is given up. */
    @Override
    public void close() {
        closed = true;
        if (schedule != null) {
            schedule.cancel(false);
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.warn("a snapshot is still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
