package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** Databases that go away, logs that are another's, receipts that do not follow. */
@ParameterizedClass
@EnumSource
class CrashTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Parameter
    TestDatabase database = TestDatabase.IN_MEMORY;

    @Test
    void aDatabaseOfAnotherLedgerIsRefused() {
        ReadModelConfig config = database == TestDatabase.IN_MEMORY ? TestDatabase.IN_FILES.fresh() : database.fresh();
        Genesis first = new Genesis("first", "OPS", "Ops", "US", 1, List.of(SmallLedger.key(1)));
        ReadModel.open(config, first).close();
        ReadModel.open(config, first).close();
        Genesis second = new Genesis("second", "OPS", "Ops", "US", 1, List.of(SmallLedger.key(1)));
        assertThatThrownBy(() -> ReadModel.open(config, second))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessage("the database has the tables of ledger 'first', not of 'second'");
        Genesis impostor = new Genesis("first", "OPS", "Ops", "US", 1, List.of(SmallLedger.key(2)));
        assertThatThrownBy(() -> ReadModel.open(config, impostor))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("it began with another operator, or with other keys");
    }

    @Test
    void aReceiptThatDoesNotFollowStopsItAndSaysWhatAndWhere() throws Exception {
        SmallLedger town = new SmallLedger();
        Receipt gap = new Receipt(5, town.nowMillis, Digest.NONE, List.of(), new Verdict.Ticked());
        town.append(new byte[0], gap);
        try (ReadModel model = ReadModel.open(database.fresh(), town.genesis);
                Projection projection = model.project(town)) {
            assertThat(projection.await(3, LONG)).isFalse();
            assertThat(projection.failure().orElseThrow())
                    .isInstanceOf(ReceiptDoesNotFollow.class)
                    .hasMessageContaining("entry 5")
                    .hasMessageContaining("after entry 2");
            assertThat(model.views().position()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void aDamagedReceiptStopsIt() throws Exception {
        SmallLedger town = new SmallLedger();
        town.append(new LoggedEntry(3, town.nowMillis, new byte[0], new byte[] {1, 2, 3}));
        try (ReadModel model = ReadModel.open(database.fresh(), town.genesis);
                Projection projection = model.project(town)) {
            assertThat(projection.await(3, LONG)).isFalse();
            assertThat(projection.failure().orElseThrow())
                    .isInstanceOf(ReceiptDoesNotFollow.class)
                    .hasMessageContaining("entry 3");
        }
    }

    @Test
    void whatCanBeReadAgainIsReadAgainWhenConnectionsBreak() throws Exception {
        if (database != TestDatabase.POSTGRES) {
            System.out.println(
                    "An embedded database has no connections to break: WriteFailureTest breaks them for it.");
            return;
        }
        PostgresCluster cluster = TestDatabase.cluster();
        RandomLedger random = RandomLedger.lived(5, 2_000);
        ReadModelConfig.Server config = cluster.fresh();
        random.visible = 0;
        try (ReadModel model = ReadModel.open(config, random.genesis);
                Projection projection = model.project(random)) {
            for (long visible = 50; projection.position() < random.ledger.lastIndex(); visible += 211) {
                random.visible = Math.min(visible, random.ledger.lastIndex());
                cluster.disconnectAll(config);
                assertThat(projection.await(random.visible, LONG)).isTrue();
            }
            assertThat(projection.failure()).isEmpty();
            cluster.disconnectAll(config);
            BookComparison.assertSame(model.views(), random.ledger);
        }
    }

    @Test
    void aPasswordIsNeverTold() {
        ReadModelConfig.Server config =
                new ReadModelConfig.Server("jdbc:postgresql://127.0.0.1:1/none?password=hunter2", "me", "hunter2");
        assertThat(config.toString()).doesNotContain("hunter2");
        assertThatThrownBy(() -> ReadModel.open(config, new SmallLedger().genesis))
                .isInstanceOf(UnusableDatabase.class)
                .message()
                .doesNotContain("hunter2");
    }
}
