package org.tallystick.bench.load;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tallystick.node.Node;

/** Ways of sending envelopes that were signed beforehand to a node in this process, from one thread. */
public final class Load {

    private static final int MOST_IN_FLIGHT = 8_192;
    private static final int MOST_BYTES_IN_FLIGHT = 16 << 20;
    private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private Load() {}

    /** As fast as the node takes them: a window of requests that is always full, and none refused. */
    public static Run flood(Node node, List<byte[]> envelopes) throws InterruptedException {
        Run run = new Run(envelopes);
        int window = Math.clamp(MOST_BYTES_IN_FLIGHT / envelopes.getFirst().length, 1, MOST_IN_FLIGHT);
        for (int i = 0; i < envelopes.size(); i++) {
            while (i - (envelopes.size() - run.open()) >= window) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            run.expect(i, System.nanoTime(), node.submit(envelopes.get(i)));
        }
        return run.await();
    }

    /**
     * Open loop: each at its time, whatever became of those before. A request that is sent late because this thread was
     * held up counts from when it should have been sent. What the node has no room for is refused and not sent again.
     */
    public static Run paced(Node node, List<byte[]> envelopes, double perSecond) throws InterruptedException {
        Run run = new Run(envelopes);
        long start = System.nanoTime();
        for (int i = 0; i < envelopes.size(); i++) {
            long intended = start + (long) (i * 1e9 / perSecond);
            while (System.nanoTime() - intended < 0) {
                LockSupport.parkNanos(intended - System.nanoTime());
            }
            run.expect(i, intended, node.submit(envelopes.get(i)));
        }
        return run.await();
    }

    /** Closed loop: one client, that sends when it has its receipt. */
    public static Run oneByOne(Node node, List<byte[]> envelopes) throws InterruptedException {
        Run run = new Run(envelopes);
        for (int i = 0; i < envelopes.size(); i++) {
            long sent = System.nanoTime();
            var answer = node.submit(envelopes.get(i));
            var unused = answer.join();
            run.expect(i, sent, answer);
        }
        return run.await();
    }
}
