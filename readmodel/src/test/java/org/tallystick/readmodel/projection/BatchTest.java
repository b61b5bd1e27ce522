package org.tallystick.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.readmodel.Readings;

/** In which order what is written together is written. */
class BatchTest {

    @Test
    void movementsOfAnAccountLieTogetherOnAServer() throws Exception {
        try (Readings readings = Readings.open(Readings.Where.SERVER)) {
            readings.show(readings.last());
            try (Follower follower = Follower.start(
                    readings.source(), readings.database()::connect, Writers.of(readings.database()), 0)) {
                assertThat(follower.await(readings.last(), Duration.ofMinutes(1)))
                        .isTrue();
            }
            List<Integer> accounts = readings.database()
                    .reading()
                    .fetch("select account from movement order by ctid")
                    .getValues(0, Integer.class);
            assertThat(accounts).hasSizeGreaterThan(500).isSorted();
            readings.assertSameAsTheLedger();
        }
    }
}
