package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.USD;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** What must hold whatever is asked, in whatever order. A seed that fails is run again by its number. */
class RandomDayTest {

    private static final int ENTRIES = 1_500;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyUnitIsOnSomeHoldingAndNoneIsNegative(long seed) {
        RandomDay day = new RandomDay(seed);
        Ledger ledger = day.town.ledger;
        for (int i = 0; i < ENTRIES; i++) {
            day.execute(ledger, day.entry());
            assertBalanced(ledger);
        }
    }

    private static void assertBalanced(Ledger ledger) {
        TreeMap<Integer, Long> sums = new TreeMap<>();
        ledger.book().forEachHolding((account, asset, available, held) -> {
            assertThat(available).isNotNegative();
            assertThat(held)
                    .isEqualTo(ledger.book().holdsOn(account, asset).stream()
                            .mapToLong(Hold::amount)
                            .sum());
            sums.merge(asset, available + held, Math::addExact);
        });
        ledger.register()
                .assets()
                .all()
                .forEach(asset -> assertThat(ledger.book().supply(asset.number()))
                        .isEqualTo(sums.getOrDefault(asset.number(), 0L)));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void anAllOrNothingBatchThatIsRejectedLeavesTheStateAsItWas(long seed) {
        RandomDay day = new RandomDay(seed);
        Ledger ledger = day.town.ledger;
        Command impossible = new IssueCash(USD, 0, 0);
        for (int i = 0; i < ENTRIES; i++) {
            int party = 1 + day.random.nextInt(5);
            List<Command> commands = new ArrayList<>();
            for (int left = day.random.nextInt(8); left >= 0; left--) {
                commands.add(day.command(party));
            }
            commands.add(impossible);
            Entry.Instruction batch = day.instruction(party, BatchMode.ALL_OR_NOTHING, commands);
            Entry.Instruction nothing = new Entry.Instruction(
                    new Payload(
                            "town",
                            party,
                            batch.payload().instructionId(),
                            batch.payload().validUntilMillis(),
                            BatchMode.INDEPENDENT,
                            List.of(impossible)),
                    batch.digest(),
                    batch.signers());
            Ledger untouched = ledger.fork();

            day.execute(ledger, batch);

            day.execute(untouched, nothing);
            assertThat(ledger.stateHash()).isEqualTo(untouched.stateHash());
            day.execute(ledger, day.entry());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void aLedgerRestoredOrForkedGoesOnAsIfItHadNeverBeen(long seed) {
        RandomDay day = new RandomDay(seed);
        Ledger ledger = day.town.ledger;
        Ledger follower = ledger;
        int decided = 0;
        for (int i = 0; i < ENTRIES; i++) {
            if (i % 50 == 0) {
                assertThat(follower.stateHash()).isEqualTo(ledger.stateHash());
                follower = i % 100 == 0 ? restored(ledger) : ledger.fork();
            }
            Entry entry = day.entry();
            Receipt receipt = day.execute(ledger, entry);
            assertThat(day.execute(follower, entry)).isEqualTo(receipt);
            decided += receipt.verdict() instanceof Verdict.Decided ? 1 : 0;
        }
        assertThat(follower.stateHash()).isEqualTo(ledger.stateHash());
        assertThat(decided).isGreaterThan(ENTRIES / 2);
    }

    private static Ledger restored(Ledger ledger) {
        RecordedState snapshot = RecordedState.of(ledger);
        Ledger restored = Ledger.readFrom(snapshot);
        assertThat(snapshot.isReadToTheEnd()).isTrue();
        return restored;
    }
}
