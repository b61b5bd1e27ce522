package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.bytes;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.replayOf;
import static org.tallystick.node.Fixture.stateHash;
import static org.tallystick.node.Fixture.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.machine.ManualClock;

/** What a user of a node sees while nothing goes wrong. */
class NodeTest {

    @TempDir
    Path directory;

    private final ManualClock clock = new ManualClock(1_000);

    private Node start() {
        return Node.start(config(directory.resolve("data")).clock(clock).build(), new TransferMachine.Factory());
    }

    @Test
    void aSubmissionIsAnsweredWithItsReceiptWhichTheJournalHoldsThen() throws IOException {
        try (Node node = start()) {
            assertThat(answer(node, "pay alice bob 10")).isEqualTo("1 1000 paid");
            assertThat(answer(node, "nonsense")).isEqualTo("2 1000 malformed");

            assertThat(node.lastIndex()).isEqualTo(2);
            assertThat(text(node.journal().read(1).orElseThrow().receipt())).isEqualTo("1 1000 paid");
            assertThat(text(node.journal().read(2).orElseThrow().envelope())).isEqualTo("nonsense");
            assertThat(node.journal().read(3)).isEmpty();
        }
    }

    @Test
    void whatWasExecutedIsThereAfterAnOrderlyRestart() throws IOException {
        byte[] before;
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            answer(node, "pay bob carol 4");
            before = stateHash(node);
        }
        try (Node node = start()) {
            assertThat(node.lastIndex()).isEqualTo(2);
            assertThat(stateHash(node)).isEqualTo(before);
            assertThat(answer(node, "pay carol alice 1")).isEqualTo("3 1000 paid");
        }
        TransferMachine replayed = replayOf(directory.resolve("data"));
        assertThat(replayed.lastIndex()).isEqualTo(3);
        assertThat(replayed.balance("bob")).isEqualTo(10 - 4);
    }

    @Test
    void manySubmissionsInFlightAreExecutedInTheOrderOfTheirThread() {
        try (Node node = start()) {
            List<CompletableFuture<byte[]>> receipts = new ArrayList<>();
            for (int i = 1; i <= 5_000; i++) {
                receipts.add(node.submit(bytes("pay alice bob " + i)));
            }
            for (int i = 1; i <= 5_000; i++) {
                byte[] receipt =
                        receipts.get(i - 1).orTimeout(60, TimeUnit.SECONDS).join();
                assertThat(text(receipt)).isEqualTo(i + " 1000 paid");
            }
        }
    }
}
