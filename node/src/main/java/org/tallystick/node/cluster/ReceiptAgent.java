package org.tallystick.node.cluster;

import java.util.Queue;
import org.agrona.concurrent.Agent;

/**
 * Tells callers what became of their submissions, on a thread of its own: what they do with it must not hold up the
 * machine.
 */
final class ReceiptAgent implements Agent {

    private static final int BATCH = 256;

    private final InFlight inFlight;

    ReceiptAgent(InFlight inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public int doWork() {
        Queue<Submission> decided = inFlight.decided();
        int work = 0;
        while (work < BATCH) {
            Submission submission = decided.poll();
            if (submission == null) {
                break;
            }
            inFlight.complete(submission);
            work++;
        }
        return work;
    }

    @Override
    public String roleName() {
        return "tallystick-receipts";
    }
}
