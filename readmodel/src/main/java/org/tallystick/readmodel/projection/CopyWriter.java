package org.tallystick.readmodel.projection;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes by COPY: straight into the tables what is new, by way of a temporary table what has changed. */
final class CopyWriter extends TableWriter {

    @Override
    Rows rows(Sheet sheet) {
        return new CopyRows(sheet.columns().size());
    }

    /**
     * The rows and the position are committed together, and can be read again from the log: a commit that the server forgets
     * when it loses power costs nothing, so none waits for the disk.
     */
    @Override
    void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            // What changed is looked up by key, row by row, however large the table is.
            statement.execute("set jit = off");
            statement.execute("set enable_hashjoin = off");
            statement.execute("set enable_mergejoin = off");
            statement.execute("set enable_seqscan = off");
        }
    }

    /**
     * The index of movements by account is what writing costs most: rows that come in its order meet each of its pages once.
     * What finds an entry tells stretches of pages apart, not rows, and does not mind.
     */
    @Override
    boolean takesMovementsByAccount() {
        return true;
    }

    @Override
    void insert(Connection connection, Sheet sheet, Rows rows) throws SQLException {
        copy(connection, sheet.table(), sheet, rows);
    }

    @Override
    void replace(Connection connection, Sheet sheet, Rows rows) throws SQLException {
        String changed = "changed_" + sheet.table();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table if not exists " + changed + " (like " + sheet.table()
                    + ") on commit delete rows");
            copy(connection, changed, sheet, rows);
            statement.executeUpdate("update " + sheet.table() + " t set " + assignments(sheet) + " from " + changed
                    + " c where " + sameKey(sheet));
        }
    }

    private static String assignments(Sheet sheet) {
        return sheet.columns().stream()
                .filter(column -> !sheet.key().contains(column))
                .map(column -> column + " = c." + column)
                .collect(Collectors.joining(", "));
    }

    private static String sameKey(Sheet sheet) {
        return sheet.key().stream()
                .map(column -> "t." + column + " = c." + column)
                .collect(Collectors.joining(" and "));
    }

    private static void copy(Connection connection, String table, Sheet sheet, Rows rows) throws SQLException {
        ByteBuffer bytes = ((CopyRows) rows).finish();
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " (" + String.join(", ", sheet.columns()) + ") from stdin (format binary)");
        try {
            copy.writeToCopy(bytes.array(), 0, bytes.limit());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
