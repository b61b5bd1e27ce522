package org.tallystick.node.cluster;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tallystick.node.failure.SubmissionRefused;

/**
 * Finds whose receipt an executed entry's is. The log keeps the order of a session, so the submissions offered to it
 * come back in the order they were offered; what is passed over was lost on the way, and will never be executed.
 *
 * <p>Used by the service thread, except where it says otherwise.
 */
final class Answers {

    private final InFlight inFlight;
    private final Queue<Submission> batch = new ArrayDeque<>();
    private final Queue<Long> lostSessions = new ConcurrentLinkedQueue<>();
    private volatile long ownSessionId = Submission.NO_SESSION;
    private volatile long lastClosedSessionId = Submission.NO_SESSION;

    Answers(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    /** Names the session to which submissions are offered from now on. Called by the ingress thread. */
    void ownSession(long sessionId) {
        ownSessionId = sessionId;
    }

    /** Whether the log has closed the session: nothing more of it will be executed. Called by any thread. */
    boolean isClosed(long sessionId) {
        return lastClosedSessionId == sessionId;
    }

    /** Has what was offered to a session after the log closed it refused. Called by the ingress thread. */
    void sessionLost(long sessionId) {
        lostSessions.add(sessionId);
    }

    /** An entry of this session was executed. */
    void found(long sessionId, long correlationId, byte[] receipt) {
        if (sessionId != ownSessionId) {
            return;
        }
        Queue<Submission> ordered = inFlight.ordered();
        Submission head = ordered.peek();
        while (head != null && (head.sessionId != sessionId || head.correlationId <= correlationId)) {
            ordered.remove();
            if (head.sessionId == sessionId && head.correlationId == correlationId) {
                head.answer(receipt);
            } else {
                head.refuse(notOrdered());
            }
            batch.add(head);
            head = ordered.peek();
        }
    }

    /** The log has closed this session. */
    void sessionClosed(long sessionId) {
        refuseAllOf(sessionId);
        lastClosedSessionId = sessionId;
    }

    private void refuseAllOf(long sessionId) {
        Queue<Submission> ordered = inFlight.ordered();
        for (Submission head = ordered.peek(); head != null && head.sessionId == sessionId; head = ordered.peek()) {
            ordered.remove();
            head.refuse(notOrdered());
            batch.add(head);
        }
    }

    private static SubmissionRefused notOrdered() {
        return new SubmissionRefused(
                SubmissionRefused.Code.NOT_ORDERED,
                "the connection to the log was lost before the envelope was ordered; submit it again");
    }

    /** Hands out what was found, its entries being in the journal; tells how much it was. */
    int handOut() {
        for (Long lost = lostSessions.poll(); lost != null; lost = lostSessions.poll()) {
            refuseAllOf(lost);
        }
        int handedOut = batch.size();
        inFlight.decided().addAll(batch);
        batch.clear();
        return handedOut;
    }

    /** What was found and could not be handed out: for when the service thread has ended. */
    synchronized List<Submission> takeUndelivered() {
        List<Submission> undelivered = List.copyOf(batch);
        batch.clear();
        return undelivered;
    }
}
