package org.tallystick.bench.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of {@code schema.sql} with a number of accounts in them, and what must hold when a run is over. */
final class Store {

    private static final long EACH = 10_000_000_000L;

    /** Holdings that are not what the receipts make of the beginning. */
    private static final String WRONG_HOLDINGS = """
            WITH leg AS (
              SELECT seller AS account, 2 AS asset, -par AS change FROM receipt WHERE settled
              UNION ALL SELECT buyer, 2, par FROM receipt WHERE settled
              UNION ALL SELECT buyer, 1, -dollars FROM receipt WHERE settled
              UNION ALL SELECT seller, 1, dollars FROM receipt WHERE settled
            ), net AS (SELECT account, asset, sum(change) AS change FROM leg GROUP BY account, asset)
            SELECT count(*) FROM holding FULL JOIN net USING (account, asset)
             WHERE amount IS DISTINCT FROM %d + coalesce(change, 0) OR amount < 0
            """.formatted(EACH);

    private final Cluster cluster;
    private final int accounts;

    private Store(Cluster cluster, int accounts) {
        this.cluster = cluster;
        this.accounts = accounts;
    }

    static Store create(Cluster cluster, int accounts) throws IOException, SQLException {
        Store store = new Store(cluster, accounts);
        try (InputStream schema = Store.class.getResourceAsStream("schema.sql")) {
            if (schema == null) {
                throw new IOException("schema.sql is not among the classes");
            }
            store.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
        return store;
    }

    int accounts() {
        return accounts;
    }

    Connection connect() throws SQLException {
        return cluster.connect();
    }

    /** Every account has its holdings and there is no receipt; nothing is left to be written or cleaned up. */
    void begin() throws SQLException {
        execute("TRUNCATE receipt, holding");
        execute(
                "INSERT INTO holding SELECT account, asset, %d FROM generate_series(0, %d) AS account, generate_series(1, 2) AS asset"
                        .formatted(EACH, accounts - 1));
        execute("VACUUM ANALYZE holding, receipt");
        execute("CHECKPOINT");
    }

    /**
     * Counts receipts and adds up every holding anew from them.
     *
     * @throws IllegalStateException if there are not as many, all settled, or a holding is not what they come to
     */
    void verify(long settled) throws SQLException {
        long receipts = number("SELECT count(*) FROM receipt WHERE settled");
        long others = number("SELECT count(*) FROM receipt WHERE NOT settled");
        long wrong = number(WRONG_HOLDINGS);
        long sum = number("SELECT (sum(amount) - %d::numeric * %d)::bigint FROM holding".formatted(EACH, 2 * accounts));
        if (receipts != settled || others != 0 || wrong != 0 || sum != 0) {
            throw new IllegalStateException(
                    "the end state is wrong, so no rate is printed: %d settled, %d receipts, %d rejected, %d holdings wrong, %d units too many"
                            .formatted(settled, receipts, others, wrong, sum));
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = cluster.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            if (!result.next()) {
                throw new SQLException("no answer to " + sql);
            }
            return result.getLong(1);
        }
    }
}
