package org.tallystick.ledger.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.engine.RecordedState;
import org.tallystick.ledger.store.UndoLog;

/** Every holding is found again: at its account's home, or away from it where the home is full. */
class HoldingsTest {

    private static final int ACCOUNTS = 4_000;
    private static final int CUSTODIANS = 5;
    private static final int ASSETS = 600;
    private static final int CHANGES = 60_000;

    private final SplittableRandom random = new SplittableRandom(43);
    private final Holdings holdings = new Holdings(new UndoLog());
    private final Map<Long, Long> expected = new HashMap<>();

    /** The keys in the order in which they came. */
    private final List<Long> keys = new ArrayList<>();

    /** Half of the changes are on custodians, who hold nearly everything; the rest on clients, who hold a few things each. */
    private long draw() {
        return random.nextBoolean()
                ? Holdings.key(1 + random.nextInt(CUSTODIANS), 1 + random.nextInt(ASSETS))
                : Holdings.key(1 + random.nextInt(ACCOUNTS), 1 + random.nextInt(3));
    }

    private void change(Holdings changed, Map<Long, Long> amounts, long key) {
        long amount = random.nextInt(1_000);
        changed.addAvailable(changed.findOrAdd(key), amount);
        amounts.merge(key, amount, Long::sum);
    }

    private static void assertFound(Holdings found, Map<Long, Long> amounts) {
        amounts.forEach((key, amount) -> assertThat(found.available(found.find(key)))
                .as("holding %x", key)
                .isEqualTo(amount));
    }

    @Test
    void whatWasAddedIsFoundAndNothingElse() {
        for (int i = 0; i < CHANGES; i++) {
            long key = draw();
            boolean isNew = !expected.containsKey(key);
            assertThat(holdings.find(key) == Holdings.NONE).isEqualTo(isNew);
            if (isNew) {
                keys.add(key);
            }
            change(holdings, expected, key);
        }

        assertFound(holdings, expected);
        assertThat(holdings.count()).isEqualTo(keys.size());
        for (int row = 0; row < keys.size(); row++) {
            assertThat(holdings.key(row)).isEqualTo(keys.get(row));
            assertThat(holdings.row(holdings.find(keys.get(row)))).isEqualTo(row);
        }
    }

    /** However large the table grows, and although later holdings stand where there was room. */
    @Test
    void anAccountsFirstHoldingsStandSideBySide() {
        for (int asset = 1; asset <= 8; asset++) {
            for (int account = 1; account <= ACCOUNTS; account++) {
                change(holdings, expected, Holdings.key(account, asset));
            }
        }

        for (int account = 1; account <= ACCOUNTS; account++) {
            int first = holdings.find(Holdings.key(account, 1));
            int second = holdings.find(Holdings.key(account, 2));
            assertThat(second / 4).as("account %d", account).isEqualTo(first / 4);
        }
        assertFound(holdings, expected);
    }

    @Test
    void aForkFindsTheSameAndGoesOnAlone() {
        for (int i = 0; i < CHANGES / 2; i++) {
            change(holdings, expected, draw());
        }
        Holdings fork = holdings.fork(new UndoLog());
        Map<Long, Long> expectedOfFork = new HashMap<>(expected);

        for (int i = 0; i < CHANGES / 2; i++) {
            change(holdings, expected, draw());
            change(fork, expectedOfFork, draw());
        }

        assertFound(holdings, expected);
        assertFound(fork, expectedOfFork);
    }

    @Test
    void whatWasWrittenDownIsReadBackInItsOrder() {
        for (int i = 0; i < CHANGES; i++) {
            change(holdings, expected, draw());
        }
        for (int row = 0; row < holdings.count(); row += 7) {
            holdings.addHeld(row, row);
        }
        RecordedState written = new RecordedState();
        holdings.writeTo(written);
        Holdings read = new Holdings(new UndoLog());
        read.readFrom(written);

        assertThat(written.isReadToTheEnd()).isTrue();
        assertFound(read, expected);
        assertThat(read.count()).isEqualTo(holdings.count());
        for (int row = 0; row < read.count(); row++) {
            assertThat(read.key(row)).isEqualTo(holdings.key(row));
            assertThat(read.held(row)).isEqualTo(holdings.held(row));
            assertThat(read.next(row)).as("the next of the same asset").isEqualTo(holdings.next(row));
        }
        for (int i = 0; i < CHANGES / 4; i++) {
            change(read, expected, draw());
        }
        assertFound(read, expected);
    }
}
