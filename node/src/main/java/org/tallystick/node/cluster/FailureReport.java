package org.tallystick.node.cluster;

import io.aeron.exceptions.AeronException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.storage.StorageFault;

/** Where whatever stops the node is reported. The first report is the reason; what follows from it is not. */
public final class FailureReport {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

    private final AtomicReference<@Nullable NodeFailed> first = new AtomicReference<>();
    private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
    private volatile boolean starting = true;
    private volatile boolean closing;

    /** Reports a reason to stop. */
    public void report(NodeFailed failure) {
        if (!closing && first.compareAndSet(null, failure)) {
            LOG.error("the node stops: {}", failure.getMessage());
            LOG.debug("the cause", failure);
            runActions();
        }
    }

    /** Has this done once there is a reason to stop; at once if there is one already. */
    public void onFirst(Runnable action) {
        actions.add(action);
        if (first.get() != null) {
            runActions();
        }
    }

    private void runActions() {
        for (Runnable next = actions.poll(); next != null; next = actions.poll()) {
            next.run();
        }
    }

    /** The reason to stop; null while there is none. */
    public @Nullable NodeFailed get() {
        return first.get();
    }

    /** The log is replayed: from now on it mends by itself what it can. */
    void started() {
        starting = false;
    }

    /** From now on the node is closing in good order: what breaks off is no failure. */
    public void closing() {
        closing = true;
    }

    /**
     * For the log's own threads. A full disk stops the node, and so does an error while the log is replayed, which
     * would be tried again for ever; anything else is told to the operator.
     */
    void onLogError(Throwable error) {
        if (StorageFault.isDiskFull(error)) {
            String sentence = "the disk is full and the log could not be written; make room and start again";
            report(new NodeFailed(NodeFailed.Code.STORAGE_FULL, sentence, error));
        } else if (starting && !isWarning(error)) {
            String sentence = "the log could not be replayed: " + firstLine(error);
            report(new NodeFailed(NodeFailed.Code.LOG_UNREADABLE, sentence, error));
        } else if (!closing && get() == null) {
            LOG.warn("the log reports: {}", firstLine(error));
        }
        LOG.debug("reported by the log", error);
    }

    private static boolean isWarning(Throwable error) {
        return error instanceof AeronException reported && reported.category() == AeronException.Category.WARN;
    }

    /** For a thread of the log that ends unasked. */
    void onLogStopped() {
        report(new NodeFailed(
                NodeFailed.Code.LOG_STOPPED, "the log stopped unasked; the lines before this one say why", null));
    }

    private static String firstLine(Throwable error) {
        String message = error.getMessage();
        return message == null
                ? error.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").replaceFirst("^(ERROR|WARN|FATAL) - ", "");
    }
}
