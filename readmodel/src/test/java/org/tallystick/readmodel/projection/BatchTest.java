package org.tallystick.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReadModelConfig;
import org.tallystick.readmodel.Readings;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.SmallLedger;
import org.tallystick.readmodel.schema.Database;

/** How much is written together, and in which order. */
class BatchTest {

    /** Each settlement of 1,000 legs is 2,000 movements: 132 of them are more than 262,144. */
    @Test
    void isFullByItsMovementsLongBeforeItIsByItsEntries() throws Exception {
        SmallLedger ledger = new SmallLedger();
        try (Database database = Database.open(ReadModelConfig.inMemory())) {
            Founding.of(database, ledger.genesis);
            long before = ledger.lastIndex();
            try (Session session = Session.begin(database::connect, Writers.of(database), entry -> {});
                    ReceiptSource.Cursor cursor = ledger.from(1)) {
                for (long settlements = 1; !session.isFull(); settlements++) {
                    ledger.payOften("often " + settlements, 1_000);
                    for (LoggedEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                        session.apply(entry);
                    }
                }
            }
            assertThat(ledger.lastIndex() - before).isEqualTo(132);
        }
    }

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
