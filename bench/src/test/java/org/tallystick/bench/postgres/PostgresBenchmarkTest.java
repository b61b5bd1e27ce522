package org.tallystick.bench.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.load.Draw;
import org.tallystick.bench.postgres.PostgresBenchmark.Size;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

/** The peer does what the ledger does: each once, covered, all or nothing; and what goes wrong is noticed. */
class PostgresBenchmarkTest {

    private static final int ACCOUNTS = 20;

    @TempDir
    private Path directory;

    private static Cluster cluster;
    private static Store store;

    @BeforeAll
    static void startPostgres() throws Exception {
        Optional<Installation> installation = Installation.find();
        if (installation.isEmpty()) {
            System.out.println("skipped: the PostgreSQL peer, because there is no PostgreSQL on this machine");
        }
        assumeTrue(installation.isPresent(), "there is no PostgreSQL on this machine");
        cluster = Cluster.start(installation.orElseThrow());
        store = Store.create(cluster, ACCOUNTS);
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        store.begin();
    }

    @Test
    void everyVariantRunsAndItsEndStateIsVerified() throws Exception {
        Path file = directory.resolve("figures.json");
        Size size = new Size(ACCOUNTS, Duration.ofMillis(10), Duration.ofMillis(20));

        new PostgresBenchmark(store, Figures.in(file), size).measureAll();

        Figures figures = Figures.in(file);
        assertThat(figures.find(Named.POSTGRES_DVP.title())).isPresent();
        assertThat(figures.find(Named.POSTGRES_BATCH.title())).isPresent();
    }

    @Test
    void whatWasSettledOnceIsNotSettledAgainByAnyVariant() throws Exception {
        long settled = 0;
        for (Variant variant : new Variant[] {Variant.ROW_LOCKS, Variant.ATOMIC_UPDATES, Variant.batch(20)}) {
            Drawn drawn = Drawn.next(1, settled, variant.dvps(), Draw.evenly(ACCOUNTS), new SplittableRandom(settled));
            try (Settling client = new Settling(store.connect(), variant)) {
                client.settle(drawn);
                assertThatThrownBy(() -> client.settle(drawn)).isInstanceOf(SQLException.class);
            }
            settled += variant.dvps();
            store.verify(settled);
        }
    }

    @Test
    void whatIsNotCoveredMovesNothing() throws Exception {
        execute("UPDATE holding SET amount = 0 WHERE account = 3 AND asset = 1");
        Drawn drawn = new Drawn(
                1, new String[] {"T1"}, new int[] {2}, new int[] {3}, new long[] {10_000}, new long[] {9_965});
        for (Variant variant : new Variant[] {Variant.ROW_LOCKS, Variant.ATOMIC_UPDATES}) {
            try (Settling client = new Settling(store.connect(), variant)) {
                assertThatThrownBy(() -> client.settle(drawn)).isInstanceOf(SQLException.class);
            }
        }
        execute("UPDATE holding SET amount = 10000000000 WHERE account = 3 AND asset = 1");
        execute("DELETE FROM receipt WHERE NOT settled");
        store.verify(0);
    }

    @Test
    void aUnitThatIsLostIsNoticed() throws Exception {
        execute("UPDATE holding SET amount = amount - 1 WHERE account = 3 AND asset = 1");

        assertThatThrownBy(() -> store.verify(0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 holdings wrong");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = store.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
