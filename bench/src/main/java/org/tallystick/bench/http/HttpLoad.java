package org.tallystick.bench.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests that were written beforehand, sent by one thread over connections that are kept alive, one at a time on each. It
 * shares the cores with what it measures, so it does as little as it can: no parsing beyond status and length.
 */
final class HttpLoad {

    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    /** Takes an answer; the body only until it returns. */
    interface Answers {
        void take(int request, int status, ByteBuffer body);
    }

    private final IntFunction<ByteBuffer> requests;
    private final Answers answers;
    private final HttpRun run;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private int sent;
    private int answered;

    private HttpLoad(int count, IntFunction<ByteBuffer> requests, Answers answers) {
        this.requests = requests;
        this.answers = answers;
        this.run = new HttpRun(count);
    }

    /** As fast as they are answered: the next goes out on a connection when the last one's answer has come. */
    static HttpRun flood(
            InetSocketAddress gateway, int connections, int count, IntFunction<ByteBuffer> requests, Answers answers)
            throws IOException {
        return new HttpLoad(count, requests, answers).run(gateway, connections, 0);
    }

    /**
     * Open loop: each at its time, whatever became of those before. One that has to wait for a connection counts from when
     * it should have been sent.
     */
    static HttpRun paced(
            InetSocketAddress gateway,
            int connections,
            int count,
            double perSecond,
            IntFunction<ByteBuffer> requests,
            Answers answers)
            throws IOException {
        return new HttpLoad(count, requests, answers).run(gateway, connections, perSecond);
    }

    private HttpRun run(InetSocketAddress gateway, int connections, double perSecond) throws IOException {
        List<Connection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                Connection connection = Connection.open(gateway);
                all.add(connection);
                connection.channel.register(selector, SelectionKey.OP_READ, connection);
            }
            idle.addAll(all);
            long start = System.nanoTime();
            double gap = perSecond == 0 ? 0 : 1e9 / perSecond;
            while (answered < run.requests()) {
                sendWhatIsDue(start, gap);
                if (gap == 0) {
                    selector.select(key -> receive((Connection) key.attachment()));
                } else if (selector.selectNow(key -> receive((Connection) key.attachment())) == 0) {
                    LockSupport.parkNanos(NAP_NANOS);
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return run;
    }

    private void sendWhatIsDue(long start, double gap) throws IOException {
        while (sent < run.requests() && !idle.isEmpty()) {
            long now = System.nanoTime();
            long due = gap == 0 ? now : start + (long) (sent * gap);
            if (due - now > 0) {
                return;
            }
            run.sent(sent, due);
            idle.remove().send(sent, requests.apply(sent));
            sent++;
        }
    }

    private void receive(Connection connection) {
        try {
            if (connection.receive()) {
                run.answered(connection.request, System.nanoTime());
                answers.take(connection.request, connection.status(), connection.body());
                answered++;
                idle.add(connection);
            }
        } catch (IOException cut) {
            throw new IllegalStateException("a connection broke: " + cut.getMessage(), cut);
        }
    }
}
