package org.tallystick.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.tallystick.readmodel.UnusableDatabase;

/** Writes batches: rows and position together, or neither. */
abstract class TableWriter {

    /** Somewhere to put rows of a table until they are written. */
    abstract Rows rows(Sheet sheet);

    /** Makes a new connection ready for writing. */
    void prepare(Connection connection) throws SQLException {}

    /** Whether movements of a batch come account after account, and not in the order of the log. */
    boolean takesMovementsByAccount() {
        return false;
    }

    /** Rows with keys that the table does not have. */
    abstract void insert(Connection connection, Sheet sheet, Rows rows) throws SQLException;

    /** Rows that take the place of those with their keys. */
    abstract void replace(Connection connection, Sheet sheet, Rows rows) throws SQLException;

    /** Writes a batch, and that the tables are now where it ends. */
    final void write(Connection connection, Batch batch) throws SQLException {
        try {
            for (Map.Entry<Sheet, Rows> added : batch.added().entrySet()) {
                insert(connection, added.getKey(), added.getValue());
            }
            for (Map.Entry<Sheet, Rows> changed : batch.changed().entrySet()) {
                replace(connection, changed.getKey(), changed.getValue());
            }
            advance(connection, batch.before, batch.after);
            connection.commit();
        } catch (SQLException | RuntimeException failed) {
            rollback(connection, failed);
            throw failed;
        }
    }

    private static void advance(Connection connection, Position before, Position after) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update projection set position = ?, time_millis = ?, business_date = ? where position = ?")) {
            update.setLong(1, after.entry());
            update.setLong(2, after.timeMillis());
            update.setObject(3, after.businessDate());
            update.setLong(4, before.entry());
            if (update.executeUpdate() != 1) {
                throw new UnusableDatabase("the tables are not at entry " + before.entry()
                        + " any more: another process writes to this database");
            }
        }
    }

    private static void rollback(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            failed.addSuppressed(lost);
        }
    }
}
