package org.tallystick.readmodel.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.UnusableDatabase;

/**
 * From the position the tables are at, as far as the database stays. Not thread-safe. After any failure it is closed and
 * another is begun: what it knows may be ahead of the tables.
 */
final class Session implements AutoCloseable {

    private final Connection reads;
    private final Connection writes;
    private final TableWriter writer;
    private final Mirror mirror;
    private final Projector projector;
    private Batch batch;

    private Session(Connection reads, Connection writes, TableWriter writer) {
        this.reads = reads;
        this.writes = writes;
        this.writer = writer;
        Lookup lookup = new Lookup(reads);
        Position position = position(lookup);
        this.mirror = new Mirror(lookup, position.entry() == 0);
        this.batch = new Batch(position, writer::rows);
        this.projector = new Projector(mirror, batch);
    }

    static Session begin(Connections connections, TableWriter writer) throws SQLException {
        Connection reads = connections.connect();
        try {
            return new Session(reads, connections.connect(), writer);
        } catch (SQLException | RuntimeException failed) {
            reads.close();
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

    /** Where the tables are. */
    Position position() {
        return batch.before;
    }

    /** Registers whom the ledger began with, where the tables do not have it. */
    void begin(PartyRegistered operator) throws SQLException {
        if (mirror.parties.find(operator.party()) != null) {
            return;
        }
        projector.begin(operator);
        write();
    }

    /** Takes an entry into the batch. */
    void apply(LoggedEntry entry) {
        projector.apply(entry);
    }

    /** Writes what was taken in. */
    void write() throws SQLException {
        batch.after = projector.finish();
        writer.write(writes, batch);
        mirror.trim();
        batch = new Batch(batch.after, writer::rows);
        projector.into(batch);
    }

    @Override
    public void close() throws SQLException {
        try (reads) {
            writes.close();
        }
    }
}
