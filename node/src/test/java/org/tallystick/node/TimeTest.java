package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.await;
import static org.tallystick.node.Fixture.bytes;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.replayOf;
import static org.tallystick.node.Fixture.stateHash;
import static org.tallystick.node.Fixture.text;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.machine.ManualClock;

/** Entries have the clock's time but never go back; what is due is run by ticks, which are entries too. */
class TimeTest {

    private static final long YEAR_MILLIS = Duration.ofDays(365).toMillis();

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock(1_000);

    private Node start(String name, boolean timersEnabled) {
        NodeConfig config = config(directory.resolve(name))
                .clock(clock)
                .timersEnabled(timersEnabled)
                .build();
        return Node.start(config, new TransferMachine.Factory());
    }

    private static String receipt(Node node, long index) throws IOException {
        return text(node.journal().read(index).orElseThrow().receipt());
    }

    @Test
    void whenTheClockGoesBackEntriesKeepTheLatestTime() {
        try (Node node = start("data", false)) {
            assertThat(answer(node, "pay a b 1")).isEqualTo("1 1000 paid");
            clock.set(5_000);
            assertThat(answer(node, "pay a b 1")).isEqualTo("2 5000 paid");
            clock.set(2_000);
            assertThat(answer(node, "pay a b 1")).isEqualTo("3 5000 paid");
        }
        try (Node node = start("data", false)) {
            assertThat(answer(node, "pay a b 1")).as("after a restart, too").isEqualTo("4 5000 paid");
        }
    }

    @Test
    void aDriverThatStepsTheClockWhileNothingIsInFlightGetsTheSameHistoryOnEachRun() {
        assertThat(drive("first")).isEqualTo(drive("second"));
    }

    private byte[] drive(String name) {
        clock.set(1_000);
        try (Node node = start(name, false)) {
            for (int year = 0; year < 30; year++) {
                List<CompletableFuture<byte[]>> receipts = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    receipts.add(node.submit(bytes("pay a b " + i)));
                }
                receipts.forEach(
                        receipt -> receipt.orTimeout(60, TimeUnit.SECONDS).join());
                clock.advance(YEAR_MILLIS);
            }
            assertThat(node.sessionsOpened())
                    .as("leaps of the clock do not end the session")
                    .isEqualTo(1);
            return stateHash(node);
        }
    }

    @Test
    void whatIsDueIsRunWhenItsTimeComesAndAllOfItAtOnce() throws IOException {
        try (Node node = start("data", true)) {
            answer(node, "remind 3000");
            answer(node, "remind 3000");
            answer(node, "remind 9000");
            clock.set(4_000);
            await("two ticks", () -> node.journal().lastIndex() == 5);
            assertThat(receipt(node, 4)).isEqualTo("4 4000 reminded of 3000");
            assertThat(receipt(node, 5)).isEqualTo("5 4000 reminded of 3000");
            clock.set(9_000);
            await("the third", () -> node.journal().lastIndex() == 6);
            assertThat(receipt(node, 6)).isEqualTo("6 9000 reminded of 9000");
        }
        assertThat(replayOf(directory.resolve("data")).nextDueMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatFellDueWhileTheNodeWasDownIsRunAfterItsStart() throws IOException {
        try (Node node = start("data", true)) {
            answer(node, "remind 3000");
            node.snapshot().orTimeout(60, TimeUnit.SECONDS).join();
            answer(node, "remind 4000");
        }
        clock.set(5_000);
        try (Node node = start("data", true)) {
            await("two ticks", () -> node.journal().lastIndex() == 4);
            assertThat(receipt(node, 3)).isEqualTo("3 5000 reminded of 3000");
            assertThat(receipt(node, 4)).isEqualTo("4 5000 reminded of 4000");
            assertThat(stateHash(node))
                    .isEqualTo(replayOf(directory.resolve("data")).stateHash());
        }
    }

    @Test
    void aReminderBroughtForwardFiresAtTheEarlierTime() throws IOException {
        try (Node node = start("data", true)) {
            answer(node, "remind 9000");
            answer(node, "remind 2000");
            clock.set(2_500);
            await("the earlier one", () -> node.journal().lastIndex() == 3);
            assertThat(receipt(node, 3)).isEqualTo("3 2500 reminded of 2000");
        }
    }

    @Test
    void withoutTimersNothingRunsByItself() {
        try (Node node = start("data", false)) {
            answer(node, "remind 2000");
            clock.set(3_000);
            for (int i = 0; i < 100; i++) {
                answer(node, "pay a b 1");
            }
            assertThat(node.lastIndex()).isEqualTo(101);
        }
    }
}
