package org.tallystick.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes by prepared statements, in batches: for the embedded database. */
final class StatementWriter extends TableWriter {

    private static final int ROWS_TOGETHER = 2_000;

    @Override
    Rows rows(Sheet sheet) {
        return new Values();
    }

    @Override
    void insert(Connection connection, Sheet sheet, Rows rows) throws SQLException {
        String parameters =
                String.join(", ", Collections.nCopies(sheet.columns().size(), "?"));
        execute(
                connection,
                "insert into " + sheet.table() + " (" + String.join(", ", sheet.columns()) + ") values (" + parameters
                        + ")",
                sheet.columns().size(),
                0,
                rows);
    }

    @Override
    void replace(Connection connection, Sheet sheet, Rows rows) throws SQLException {
        int keys = sheet.key().size();
        List<String> others = sheet.columns().subList(keys, sheet.columns().size());
        execute(
                connection,
                "update " + sheet.table() + " set " + String.join(" = ?, ", others) + " = ? where "
                        + String.join(" = ? and ", sheet.key()) + " = ?",
                sheet.columns().size(),
                keys,
                rows);
    }

    /**
     * @param columns of a row
     * @param last how many of the row's first values are the statement's last parameters
     */
    private static void execute(Connection connection, String sql, int columns, int last, Rows rows)
            throws SQLException {
        List<@Nullable Object> values = ((Values) rows).values;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (int i = 0; i < values.size(); i += columns) {
                for (int column = 0; column < columns; column++) {
                    statement.setObject((column - last + columns) % columns + 1, values.get(i + column));
                }
                statement.addBatch();
                if (++waiting == ROWS_TOGETHER) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }

    private static final class Values implements Rows {

        private final List<@Nullable Object> values = new ArrayList<>();

        private Rows put(@Nullable Object value) {
            values.add(value);
            return this;
        }

        @Override
        public Rows add(long value) {
            return put(value);
        }

        @Override
        public Rows add(int value) {
            return put(value);
        }

        @Override
        public Rows add(boolean value) {
            return put(value);
        }

        @Override
        public Rows add(byte[] value) {
            return put(value);
        }

        @Override
        public Rows add(@Nullable String value) {
            return put(value);
        }

        @Override
        public Rows add(@Nullable LocalDate value) {
            return put(value);
        }

        @Override
        public Rows addNull() {
            return put(null);
        }

        @Override
        public void end() {}
    }
}
