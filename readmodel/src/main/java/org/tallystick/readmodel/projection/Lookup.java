package org.tallystick.readmodel.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches rows that were written before. Closed with its connection. */
final class Lookup {

    /** Makes something of the row a result stands on. */
    interface Reading<V> {
        V of(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Lookup(Connection connection) {
        this.connection = connection;
    }

    /** The stored row with this key, or null. */
    <V extends Row> @Nullable V row(Sheet sheet, Reading<V> reading, Object... key) {
        List<V> rows = rows(sheet.selectByKey(), reading, key);
        return rows.isEmpty() ? null : rows.getFirst();
    }

    /** The stored rows that a query finds. */
    <V extends Row> List<V> rows(String sql, Reading<V> reading, Object... parameters) {
        List<V> rows = all(sql, reading, parameters);
        rows.forEach(row -> row.stored = true);
        return rows;
    }

    <V> List<V> all(String sql, Reading<V> reading, Object... parameters) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                List<V> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(reading.of(found));
                }
                return rows;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailed(failed);
        }
    }
}
