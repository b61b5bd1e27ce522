package org.tallystick.node.cluster;

import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.machine.MachineFactory;

/**
 * Prepares envelopes ahead of their order: in parallel, while their order is kept by the queue they already stand in.
 * With no threads of its own, the caller prepares.
 */
final class Preparation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final MachineFactory factory;
    private final @Nullable ExecutorService threads;

    Preparation(MachineFactory factory, int threads) {
        this.factory = factory;
        this.threads = threads == 0 ? null : Executors.newFixedThreadPool(threads, LogSetup.named("preparation"));
    }

    /** Queues the submission, and has it prepared. */
    void prepareAhead(Submission submission, Queue<Submission> queue) {
        if (threads == null) {
            prepare(submission);
            queue.add(submission);
            return;
        }
        queue.add(submission);
        try {
            threads.execute(() -> prepare(submission));
        } catch (RejectedExecutionException stopping) {
            submission.prepared = true;
        }
    }

    private void prepare(Submission submission) {
        try {
            factory.prepare(submission.envelope);
        } catch (RuntimeException e) {
            LOG.debug("an envelope could not be prepared; the machine will judge it", e);
        } finally {
            submission.prepared = true;
        }
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdown();
        }
    }
}
