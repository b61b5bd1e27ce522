package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.USD;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
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

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void lookingAheadChangesNothing(long seed) {
        RandomDay day = new RandomDay(seed);
        Ledger ledger = day.town.ledger;
        Ledger plain = ledger.fork();
        List<Leg> nowhere = List.of(new Leg(-1, Integer.MAX_VALUE, 0, 1), new Leg(USD, Integer.MIN_VALUE, -1, 1));
        for (int i = 0; i < ENTRIES / 10; i++) {
            List<Entry> coming = new ArrayList<>();
            for (int left = day.random.nextInt(20); left >= 0; left--) {
                coming.add(day.entry());
            }
            coming.add(day.instruction(
                    1, BatchMode.INDEPENDENT, List.of(new InstructSettlement(nowhere, null, day.town.now))));

            assertThat(ledger.lookAheadTo(coming)).isEqualTo(coming.size());

            for (Entry entry : coming) {
                assertThat(day.execute(ledger, entry)).isEqualTo(day.execute(plain, entry));
            }
        }
        assertThat(ledger.stateHash()).isEqualTo(plain.stateHash());
    }

    @Test
    void looksNoFurtherAheadThanACacheHolds() {
        RandomDay day = new RandomDay(33);
        Leg leg = new Leg(USD, 1, 2, 1);
        Entry large = day.instruction(
                1,
                BatchMode.INDEPENDENT,
                List.of(new InstructSettlement(Collections.nCopies(200, leg), null, day.town.now)));

        assertThat(day.town.ledger.lookAheadTo(Collections.nCopies(10, large))).isEqualTo(2);
        assertThat(day.town.ledger.lookAheadTo(List.of())).isZero();
    }

    private static Ledger restored(Ledger ledger) {
        RecordedState snapshot = RecordedState.of(ledger);
        Ledger restored = Ledger.readFrom(snapshot);
        assertThat(snapshot.isReadToTheEnd()).isTrue();
        return restored;
    }
}
