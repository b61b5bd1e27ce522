package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables tell of a ledger is what the ledger knows itself. */
class RandomLedgerTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theTablesTellWhatTheLedgerKnows(long seed) throws Exception {
        RandomLedger random = RandomLedger.lived(seed, 1_500);
        try (ReadModel model = ReadModel.open(ReadModelConfig.inMemory(), random.genesis);
                Projection projection = model.project(random)) {
            boolean there = projection.await(random.lastIndex(), Duration.ofMinutes(1));
            assertThat(projection.failure()).isEmpty();
            assertThat(there).isTrue();
            BookComparison.assertSame(model.views(), random.ledger);
        }
    }
}
