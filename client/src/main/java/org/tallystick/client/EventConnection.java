package org.tallystick.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One connection on which events come: read ahead by a thread of its own, so that silence is noticed. */
final class EventConnection implements AutoCloseable {

    /** So many events are read before anyone has taken them; after that the gateway is kept waiting. */
    private static final int AHEAD = 256;

    /** What came. */
    sealed interface Heard {
        record Happened(Event event) implements Heard {}

        record SignOfLife() implements Heard {}

        record Ended() implements Heard {}
    }

    private final InputStream body;
    private final EventReader reader;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(AHEAD);
    private final Thread listening;

    EventConnection(InputStream body, String lastId) {
        this.body = body;
        this.reader = new EventReader(body, lastId);
        this.listening = Thread.ofVirtual().name("ledger-events").start(this::listen);
    }

    private void listen() {
        try {
            Heard last;
            do {
                last = hear();
                heard.put(last);
            } while (!(last instanceof Heard.Ended));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The gateway says when it ends a stream because its session is over. */
    private static Heard heard(Event event) {
        return event.type().equals("ended") ? new Heard.Ended() : new Heard.Happened(event);
    }

    private Heard hear() {
        try {
            return reader.next().map(EventConnection::heard).orElseGet(Heard.SignOfLife::new);
        } catch (IOException ended) {
            return new Heard.Ended();
        }
    }

    /** What comes next; an end where nothing comes for so long. */
    Heard next(Duration quiet) throws InterruptedException {
        Heard next = heard.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? new Heard.Ended() : next;
    }

    /** How long the gateway wants us to wait before we connect again, if it has said so. */
    Optional<Duration> reconnectAfter() {
        return reader.reconnectAfter();
    }

    /** Whoever waits in {@link #next} is told that it has ended. */
    @Override
    public void close() {
        listening.interrupt();
        try {
            body.close();
        } catch (IOException broken) {
            // It had ended by itself, which is what is wanted.
        }
        heard.clear();
        heard.add(new Heard.Ended());
    }
}
