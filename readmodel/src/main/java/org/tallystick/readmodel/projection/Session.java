package org.tallystick.readmodel.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.UnusableDatabase;

/**
 * Fills the tables from the position they are at, as long as the database stays. While one batch is being written the next
 * is read. Not thread-safe. After any failure it is closed and another is begun: what it knows may be ahead of the tables.
 */
final class Session implements AutoCloseable {

    /**
     * At most so many entries are written together. It takes as many only when they are waiting; and the more there are, the
     * more often one write stands for several changes of a row.
     */
    private static final int MOST_ENTRIES = 32_768;

    /** So many are worth a write of their own while nothing else is being written. */
    private static final int FEWEST_ENTRIES = 1_024;

    /** An entry may move a thousand holdings: what waits to be written is bounded by these, too. */
    private static final int MOST_MOVEMENTS = 262_144;

    private final Connection reads;
    private final Connection writes;
    private final TableWriter writer;
    private final Mirror mirror;
    private final Projector projector;
    private final LongConsumer written;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("projection-writer").daemon().factory());
    private Batch batch;
    private @Nullable Future<?> underWay;

    private Session(Connection reads, Connection writes, TableWriter writer, int mostRowsKept, LongConsumer written) {
        this.reads = reads;
        this.writes = writes;
        this.writer = writer;
        this.written = written;
        Lookup lookup = new Lookup(reads);
        Position position = position(lookup);
        this.mirror = new Mirror(lookup, position.entry() == 0, mostRowsKept);
        this.batch = new Batch(position, writer::rows);
        this.projector = new Projector(mirror, batch);
    }

    /**
     * Begins where the tables are.
     *
     * @param written told of the last entry of each batch once it is in the tables, by the thread that wrote it
     */
    static Session begin(Connections connections, TableWriter writer, LongConsumer written) throws SQLException {
        return begin(connections, writer, Mirror.USUAL_MOST, written);
    }

    /** The same with so many rows of a kind kept in memory. */
    static Session begin(Connections connections, TableWriter writer, int mostRowsKept, LongConsumer written)
            throws SQLException {
        Connection reads = connections.connect();
        @Nullable Connection writes = null;
        try {
            writes = connections.connect();
            writer.prepare(writes);
            writes.setAutoCommit(false);
            return new Session(reads, writes, writer, mostRowsKept, written);
        } catch (SQLException | RuntimeException failed) {
            try (reads) {
                if (writes != null) {
                    writes.close();
                }
            }
            throw failed;
        }
    }

    private static Position position(Lookup lookup) {
        List<Position> positions = lookup.all(
                "select position, time_millis, business_date from projection",
                row -> new Position(row.getLong(1), row.getLong(2), row.getObject(3, LocalDate.class)));
        if (positions.size() != 1) {
            throw new UnusableDatabase("the tables do not say how far they have come");
        }
        return positions.getFirst();
    }

    /** The last entry that was written, or given to be written. */
    long position() {
        return batch.before.entry();
    }

    /** Registers whom the ledger began with, where the tables do not have it. */
    void begin(PartyRegistered operator) throws SQLException {
        if (mirror.parties.find(operator.party()) == null) {
            projector.begin(operator);
            write();
        }
    }

    /** Takes an entry into the batch. */
    void apply(LoggedEntry entry) {
        projector.apply(entry);
    }

    /** Whether so much was taken in that it is to be written before more is: what the writer has done by now decides. */
    boolean isDue() {
        long entries = projector.lastIndex() - batch.before.entry();
        boolean idle = underWay == null || underWay.isDone();
        return entries >= (idle ? FEWEST_ENTRIES : MOST_ENTRIES) || projector.movements() >= MOST_MOVEMENTS;
    }

    /** Gives what was taken in to be written, once what was given before is in the tables. */
    void write() throws SQLException {
        if (mirror.isFull()) {
            finish();
            mirror.trim();
        }
        Batch full = batch;
        full.after = projector.finish(writer.takesMovementsByAccount());
        finish();
        underWay = writing.submit(() -> {
            writer.write(writes, full);
            written.accept(full.after.entry());
            return null;
        });
        batch = new Batch(full.after, writer::rows);
        projector.into(batch);
    }

    /** Waits until everything that was given is in the tables. */
    void finish() throws SQLException {
        if (underWay == null) {
            return;
        }
        try {
            underWay.get();
            underWay = null;
        } catch (ExecutionException failed) {
            throw because(failed.getCause());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while writing", asked);
        }
    }

    private static SQLException because(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException broken) {
            throw broken;
        }
        return cause instanceof SQLException failed ? failed : new SQLException(cause);
    }

    @Override
    public void close() throws SQLException {
        try (reads;
                writes) {
            writing.close();
        }
    }
}
