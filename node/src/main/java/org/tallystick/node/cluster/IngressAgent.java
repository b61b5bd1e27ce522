package org.tallystick.node.cluster;

import io.aeron.cluster.client.AeronCluster;
import io.aeron.exceptions.AeronException;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.storage.DiskReserve;

/**
 * The one client of the log: takes submissions in order, offers them, keeps the session alive, and connects again when
 * it was lost (as after the process was suspended for long).
 */
final class IngressAgent implements Agent {

    private static final Logger LOG = LoggerFactory.getLogger(IngressAgent.class);
    private static final int BATCH = 64;
    private static final long DISK_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final AeronCluster.Context context;
    private final InFlight inFlight;
    private final Answers answers;
    private final DiskReserve diskReserve;
    private final long keepAliveNanos;
    private final UnsafeBuffer frame;

    private @Nullable AeronCluster session;
    private @Nullable Submission current;
    private long nextCorrelationId;
    private long keepAliveAtNanos;
    private long diskLookAtNanos;
    private final AtomicLong sessionsOpened = new AtomicLong();
    private final AtomicLong keepAlivesSent = new AtomicLong();

    IngressAgent(
            AeronCluster.Context context,
            int maxEnvelopeBytes,
            long keepAliveNanos,
            InFlight inFlight,
            Answers answers,
            DiskReserve diskReserve) {
        this.context = context;
        this.keepAliveNanos = keepAliveNanos;
        this.inFlight = inFlight;
        this.answers = answers;
        this.diskReserve = diskReserve;
        this.frame = new UnsafeBuffer(new byte[IngressFrame.HEADER_BYTES + maxEnvelopeBytes]);
    }

    /** Opens a session; waits for it. Called by the starting thread, then by the agent's own. */
    void connect() {
        AeronCluster opened = AeronCluster.connect(context.clone());
        answers.ownSession(opened.clusterSessionId());
        session = opened;
        sessionsOpened.incrementAndGet();
    }

    long sessionsOpened() {
        return sessionsOpened.get();
    }

    long keepAlivesSent() {
        return keepAlivesSent.get();
    }

    @Override
    public int doWork() {
        long nowNanos = System.nanoTime();
        if (nowNanos - diskLookAtNanos >= 0) {
            diskLookAtNanos = nowNanos + DISK_LOOK_NANOS;
            diskReserve.look();
        }
        AeronCluster open = session;
        if (open == null || open.isClosed()) {
            return reconnect(open);
        }
        int work = forward(open) + open.pollEgress();
        if (nowNanos - keepAliveAtNanos >= 0 && open.sendKeepAlive()) {
            keepAliveAtNanos = nowNanos + keepAliveNanos;
            keepAlivesSent.incrementAndGet();
        }
        return work;
    }

    private int forward(AeronCluster open) {
        Queue<Submission> waiting = inFlight.waiting();
        int sent = 0;
        while (sent < BATCH) {
            Submission next = current == null ? waiting.peek() : current;
            if (next == null || !next.prepared) {
                break;
            }
            if (current == null) {
                waiting.remove();
                next.sessionId = open.clusterSessionId();
                next.correlationId = nextCorrelationId++;
                current = next;
                inFlight.ordered().add(next);
            }
            int length = IngressFrame.encode(frame, next.correlationId, next.envelope);
            if (open.offer(frame, 0, length) < 0) {
                break;
            }
            current = null;
            sent++;
        }
        return sent;
    }

    /**
     * Opens a new session once the log has said that the old one is closed: only then is it certain that what was
     * offered to it and not executed never will be.
     */
    private int reconnect(@Nullable AeronCluster lost) {
        if (lost != null) {
            long lostId = lost.clusterSessionId();
            if (!answers.isClosed(lostId)) {
                return 0;
            }
            LOG.warn("the session with the log was lost; what it had not ordered is refused, and a new one is opened");
            session = null;
            current = null;
            answers.sessionLost(lostId);
        }
        try {
            connect();
        } catch (AeronException e) {
            LOG.warn("no session with the log yet: {}", e.getMessage());
        }
        return 1;
    }

    @Override
    public void onClose() {
        CloseHelper.quietClose(session);
    }

    @Override
    public String roleName() {
        return "tallystick-ingress";
    }
}
