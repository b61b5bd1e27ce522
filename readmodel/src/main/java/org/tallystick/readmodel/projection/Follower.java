package org.tallystick.readmodel.projection;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReceiptDoesNotFollow;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.UnusableDatabase;
import org.tallystick.readmodel.schema.Database;

/** The thread that follows a log. */
public final class Follower implements Projection {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private static final long SHORTEST_REST_NANOS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LAST_RETRY_MILLIS = 15_000;

    private final ReceiptSource source;
    private final Connections connections;
    private final TableWriter writer;
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile long position;
    private volatile @Nullable Exception failure;
    private volatile boolean closing;
    private boolean ended;

    Follower(ReceiptSource source, Connections connections, TableWriter writer, long position) {
        this.source = source;
        this.connections = connections;
        this.writer = writer;
        this.position = position;
        this.thread = Thread.ofPlatform().name("projection").daemon().unstarted(this::run);
    }

    /** Follows a log into a database whose tables are at this position. */
    public static Follower start(ReceiptSource source, Database database, long position) {
        return start(source, database::connect, Writers.of(database), position);
    }

    static Follower start(ReceiptSource source, Connections connections, TableWriter writer, long position) {
        Follower follower = new Follower(source, connections, writer, position);
        follower.thread.start();
        return follower;
    }

    // --- The thread ---

    private void run() {
        long retryMillis = FIRST_RETRY_MILLIS;
        while (!closing) {
            long before = position;
            try {
                follow();
            } catch (SQLException | IOException | DatabaseFailed interrupted) {
                Exception reason = interrupted instanceof DatabaseFailed failed ? failed.reason : interrupted;
                failure = reason;
                retryMillis = position > before ? FIRST_RETRY_MILLIS : Math.min(retryMillis * 2, LAST_RETRY_MILLIS);
                LOG.warn(
                        "The projection stands at entry {} and goes on in {} ms: {}",
                        position,
                        retryMillis,
                        reason.getMessage());
                rest(TimeUnit.MILLISECONDS.toNanos(retryMillis));
            } catch (RuntimeException broken) {
                failure = broken;
                stopped(broken);
                break;
            }
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private void stopped(RuntimeException reason) {
        if (reason instanceof ReceiptDoesNotFollow || reason instanceof UnusableDatabase) {
            LOG.error("The projection has stopped at entry {}: {}.", position, reason.getMessage());
        } else {
            LOG.error("The projection has stopped at entry {} by an error in it.", position, reason);
        }
    }

    /** Until it is closed or something fails. */
    private void follow() throws SQLException, IOException {
        try (Session session = Session.begin(connections, writer, this::advanceTo);
                ReceiptSource.Cursor cursor = source.from(session.position() + 1)) {
            advanceTo(session.position());
            long restNanos = SHORTEST_REST_NANOS;
            while (!closing) {
                if (takeIn(session, cursor)) {
                    session.write();
                    restNanos = SHORTEST_REST_NANOS;
                } else {
                    session.finish();
                    rest(restNanos);
                    restNanos = Math.min(restNanos * 2, LONGEST_REST_NANOS);
                }
            }
        }
    }

    /** Takes in what can be read now, up to a batch; whether that was anything. */
    private boolean takeIn(Session session, ReceiptSource.Cursor cursor) throws IOException {
        boolean taken = false;
        while (!session.isDue()) {
            LoggedEntry entry = cursor.next();
            if (entry == null) {
                break;
            }
            session.apply(entry);
            taken = true;
        }
        return taken;
    }

    private void advanceTo(long reached) {
        boolean further = reached > position;
        synchronized (this) {
            position = reached;
            failure = null;
            notifyAll();
        }
        if (further) {
            listeners.forEach(listener -> listener.accept(reached));
        }
    }

    private synchronized void rest(long nanos) {
        if (!closing) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, nanos);
            } catch (InterruptedException asked) {
                closing = true;
            }
        }
    }

    // --- Projection ---

    @Override
    public long position() {
        return position;
    }

    @Override
    public long lag() {
        return Math.max(0, source.lastIndex() - position);
    }

    @Override
    public synchronized boolean await(long index, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (position < index && !ended) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return position >= index;
    }

    @Override
    public void onAdvance(LongConsumer listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<Exception> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
