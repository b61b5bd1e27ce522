package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables tell of a ledger is what the ledger knows itself. */
@ParameterizedClass
@EnumSource
class RandomLedgerTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Parameter
    TestDatabase database = TestDatabase.IN_MEMORY;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTablesTellWhatTheLedgerKnows(long seed) throws Exception {
        RandomLedger random = RandomLedger.lived(seed, 1_500);
        try (ReadModel model = ReadModel.open(database.fresh(), random.genesis);
                Projection projection = model.project(random)) {
            boolean there = projection.await(random.lastIndex(), LONG);
            assertThat(projection.failure()).isEmpty();
            assertThat(there).isTrue();
            assertThat(projection.lag()).isZero();
            BookComparison.assertSame(model.views(), random.ledger);
        }
    }

    @Test
    void goesOnWhereItWasAfterEveryRestart() throws Exception {
        RandomLedger random = RandomLedger.lived(7, 1_000);
        ReadModelConfig config = database == TestDatabase.IN_MEMORY ? TestDatabase.IN_FILES.fresh() : database.fresh();
        List<Long> told = new ArrayList<>();
        for (long visible = 60; visible < random.ledger.lastIndex() + 60; visible += 97) {
            random.visible = visible;
            try (ReadModel model = ReadModel.open(config, random.genesis);
                    Projection projection = model.project(random)) {
                projection.onAdvance(told::add);
                assertThat(projection.await(random.lastIndex(), LONG)).isTrue();
            }
        }
        try (ReadModel model = ReadModel.open(config, random.genesis)) {
            BookComparison.assertSame(model.views(), random.ledger);
        }
        assertThat(told).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRebuildEqualsWhatGrew() throws Exception {
        RandomLedger random = RandomLedger.lived(11, 1_000);
        try (ReadModel model = ReadModel.open(database.fresh(), random.genesis)) {
            try (Projection projection = model.project(random)) {
                assertThat(projection.await(random.lastIndex(), LONG)).isTrue();
            }
            Everything before = Everything.of(model.views());
            List<Long> told = new ArrayList<>();
            model.rebuild(random, told::add);
            assertThat(told).isNotEmpty().last().isEqualTo(random.lastIndex());
            BookComparison.assertSame(model.views(), random.ledger);
            assertThat(Everything.of(model.views())).isEqualTo(before);
        }
    }
}
