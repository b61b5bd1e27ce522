package org.tallystick.bench.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One client's way of settling, on a connection of its own: one call is one transaction, durable when it returns. */
final class Settling implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement call;
    private final boolean batched;

    Settling(Connection connection, Variant variant) throws SQLException {
        this.connection = connection;
        this.batched = variant.dvps() > 1;
        this.call = connection.prepareStatement("SELECT " + variant.function() + "(?, ?, ?, ?, ?, ?)");
    }

    /**
     * Settles these deliveries versus payment.
     *
     * @throws SQLException if one of them is not covered, or was settled before: neither is part of the load
     */
    void settle(Drawn drawn) throws SQLException {
        call.setInt(1, drawn.party());
        if (batched) {
            call.setObject(2, drawn.ids());
            call.setObject(3, drawn.sellers());
            call.setObject(4, drawn.buyers());
            call.setObject(5, drawn.pars());
            call.setObject(6, drawn.dollars());
        } else {
            call.setString(2, drawn.ids()[0]);
            call.setInt(3, drawn.sellers()[0]);
            call.setInt(4, drawn.buyers()[0]);
            call.setLong(5, drawn.pars()[0]);
            call.setLong(6, drawn.dollars()[0]);
        }
        try (ResultSet answer = call.executeQuery()) {
            if (!answer.next() || !(batched ? answer.getInt(1) == drawn.ids().length : answer.getBoolean(1))) {
                throw new SQLException("not everything was settled");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
