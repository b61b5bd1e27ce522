package org.tallystick.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    void isDueByItsMovementsLongBeforeItIsByItsEntries() throws Exception {
        SmallLedger ledger = new SmallLedger();
        try (Database database = Database.open(ReadModelConfig.inMemory())) {
            Founding.of(database, ledger.genesis);
            long before = ledger.lastIndex();
            try (Session session = Session.begin(database::connect, Writers.of(database), entry -> {});
                    ReceiptSource.Cursor cursor = ledger.from(1)) {
                for (long settlements = 1; !session.isDue(); settlements++) {
                    ledger.payOften("often " + settlements, 1_000);
                    for (LoggedEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                        session.apply(entry);
                    }
                }
            }
            assertThat(ledger.lastIndex() - before).isEqualTo(132);
        }
    }

    /** A writer with nothing to do takes a thousand entries; one that is at work lets more come together. */
    @Test
    void whatComesWhileABatchIsWrittenIsWrittenTogether() throws Exception {
        SmallLedger ledger = new SmallLedger();
        for (int payment = 1; payment <= 3_000; payment++) {
            ledger.payOften("payment " + payment, 1);
        }
        try (Database database = Database.open(ReadModelConfig.inMemory())) {
            Founding.of(database, ledger.genesis);
            CountDownLatch mayCommit = new CountDownLatch(1);
            Connections slow = () -> Faults.before(database.connect(), (method, arguments) -> {
                if (method.equals("commit")) {
                    mayCommit.await();
                }
            });
            List<Long> written = new CopyOnWriteArrayList<>();
            try (Session session = Session.begin(slow, Writers.of(database), written::add);
                    ReceiptSource.Cursor cursor = ledger.from(1)) {
                assertThat(takeIn(session, cursor, 3_000)).isEqualTo(1_024);
                session.write();
                assertThat(takeIn(session, cursor, 1_500)).isEqualTo(1_500);
                mayCommit.countDown();
                session.finish();
                assertThat(session.isDue()).isTrue();
                session.write();
                session.finish();
            }
            assertThat(written).containsExactly(1_024L, 2_524L);
        }
    }

    /** Takes in entries until a batch is due, at most so many; how many it took. */
    private static int takeIn(Session session, ReceiptSource.Cursor cursor, int most) throws IOException {
        int taken = 0;
        while (taken < most && !session.isDue()) {
            session.apply(Objects.requireNonNull(cursor.next()));
            taken++;
        }
        return taken;
    }

    /** Hardly a row is kept from batch to batch, and those that have changed are not let go before they are written. */
    @ParameterizedTest
    @EnumSource
    void whatIsLetGoIsFetchedAgain(Readings.Where where) throws Exception {
        try (Readings readings = Readings.open(where)) {
            readings.show(readings.last());
            Database database = readings.database();
            try (Session session = Session.begin(database::connect, Writers.of(database), 1, entry -> {});
                    ReceiptSource.Cursor cursor = readings.source().from(1)) {
                for (LoggedEntry entry = cursor.next(); entry != null; entry = cursor.next()) {
                    session.apply(entry);
                    if (entry.index() % 7 == 0) {
                        session.write();
                    }
                }
                session.write();
                session.finish();
            }
            readings.assertSameAsTheLedger();
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
