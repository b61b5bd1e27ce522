package org.tallystick.client;

import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Events as they happen, none left out and none twice. A connection that breaks, or over which nothing comes for too long,
 * is made again, after the last event that was given out. For one thread; {@link #close} may come from any.
 */
public final class EventStream implements AutoCloseable {

    /** Asks for the events after an id; empty for those from now on. */
    @FunctionalInterface
    interface Source {
        InputStream after(String id) throws InterruptedException;
    }

    private final Source source;
    private final Patience patience;
    private final Retrying.Pause pause;
    private final Duration quiet;
    private volatile @Nullable EventConnection connection;
    private volatile boolean closed;
    private volatile String lastId;
    private int fruitless;

    /**
     * @param lastId of the event to go on after; empty to begin now
     * @param quiet the gateway gives a sign of life more often than this
     */
    EventStream(Source source, String lastId, Patience patience, Retrying.Pause pause, Duration quiet) {
        this.source = source;
        this.lastId = lastId;
        this.patience = patience;
        this.pause = pause;
        this.quiet = quiet;
    }

    /**
     * Waits for the next event.
     *
     * @throws Problem if the gateway declines to go on, for instance because the key was revoked
     * @throws Unreachable if it cannot be reached for as long as {@link Patience} allows
     * @throws IllegalStateException after {@link #close}
     */
    public Event next() throws InterruptedException {
        while (true) {
            EventConnection current = connected();
            switch (current.next(quiet)) {
                case EventConnection.Heard.Happened(Event event) -> {
                    fruitless = 0;
                    lastId = event.id();
                    return event;
                }
                case EventConnection.Heard.SignOfLife alive -> fruitless = 0;
                case EventConnection.Heard.Ended ended -> breakOff(current);
            }
        }
    }

    /** Id of the last event given out: where to begin the next stream, in another process if need be. */
    public String lastEventId() {
        return lastId;
    }

    private EventConnection connected() throws InterruptedException {
        requireOpen();
        EventConnection current = connection;
        if (current == null) {
            current = new EventConnection(source.after(lastId), lastId);
            connection = current;
            if (closed) {
                current.close();
            }
        }
        return current;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the stream of events is closed");
        }
    }

    /** Waits a little, longer each time in a row that a connection has brought nothing. */
    private void breakOff(EventConnection broken) throws InterruptedException {
        connection = null;
        broken.close();
        requireOpen();
        fruitless++;
        pause.last(broken.reconnectAfter().orElse(patience.waitAfter(fruitless)));
    }

    @Override
    public void close() {
        closed = true;
        EventConnection current = connection;
        if (current != null) {
            current.close();
        }
    }
}
