package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.bytes;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.node.machine.ManualClock;
import org.tallystick.node.storage.DataDirectory;

/** A broken invariant stops the node where it happened; nothing is skipped, and no receipt that was given changes. */
class BrokenInvariantTest {

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Node start(MachineFactory factory) {
        return Node.start(config(data()).clock(new ManualClock(1_000)).build(), factory);
    }

    @Test
    void theNodeStopsAtTheEntryAndStopsThereAgainAfterARestart() throws Exception {
        NodeFailed first;
        try (Node node = start(new TransferMachine.Factory())) {
            answer(node, "pay alice bob 10");
            answer(node, "pay bob carol 4");
            CompletableFuture<byte[]> broken = node.submit(bytes("break"));
            CompletableFuture<byte[]> behind = node.submit(bytes("pay carol alice 1"));

            first = failureOf(broken);
            assertThatThrownBy(behind::join).hasCauseInstanceOf(NodeFailed.class);
            assertThat(node.awaitTermination(Fixture.PATIENCE)).isTrue();
            assertThat(node.failure()).contains(first);
            assertThatThrownBy(() -> node.submit(bytes("pay alice bob 1")).join())
                    .hasCause(first);
        }
        assertThat(first.code()).isEqualTo(NodeFailed.Code.BROKEN_INVARIANT);
        assertThat(first.index()).isEqualTo(3);
        assertThat(first)
                .hasMessageMatching("entry 3, which ends at log position [0-9,]+, broke an invariant: "
                        + "IllegalStateException: the balances do not sum to zero");

        Journal journal = Journal.open(DataDirectory.journalOf(data()));
        assertThat(journal.lastIndex()).isEqualTo(2);
        assertThat(text(journal.read(2).orElseThrow().receipt())).isEqualTo("2 1000 paid");

        for (int restart = 0; restart < 2; restart++) {
            assertThatThrownBy(() -> start(new TransferMachine.Factory()))
                    .isInstanceOfSatisfying(
                            NodeFailed.class,
                            again -> assertThat(again.logPosition()).isEqualTo(first.logPosition()))
                    .hasMessage(first.getMessage());
        }
    }

    private static NodeFailed failureOf(CompletableFuture<byte[]> submission) {
        try {
            throw new AssertionError("a receipt: " + text(submission.join()));
        } catch (CompletionException e) {
            return (NodeFailed) Objects.requireNonNull(e.getCause());
        }
    }

    @Test
    void aMachineThatAnswersOtherwiseThanTheJournalSaysStopsTheNode() {
        try (Node node = start(new TransferMachine.Factory())) {
            answer(node, "pay alice bob 10");
            answer(node, "nonsense");
        }
        MachineFactory changed = ForwardingMachine.factory(ChangedMachine::new);
        assertThatThrownBy(() -> start(changed))
                .isInstanceOfSatisfying(NodeFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo(NodeFailed.Code.REPLAY_DIFFERS);
                    assertThat(failed.index()).isEqualTo(2);
                })
                .hasMessageContaining("the replay of entry 2");
        try (Node node = start(new TransferMachine.Factory())) {
            assertThat(node.lastIndex())
                    .as("the machine that gave the receipts still runs")
                    .isEqualTo(2);
        }
    }

    /** Says "what?" where its predecessor said "malformed". */
    private static final class ChangedMachine extends ForwardingMachine {
        @Override
        public byte[] execute(long timeMillis, byte[] envelope) {
            String receipt = text(super.execute(timeMillis, envelope));
            return receipt.replace("malformed", "what?").getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void aMachineThatLosesCountStopsTheNode() {
        MachineFactory forgetful = ForwardingMachine.factory(ForgetfulMachine::new);
        try (Node node = start(forgetful)) {
            assertThatThrownBy(() -> node.submit(bytes("pay alice bob 10")).join())
                    .hasRootCauseInstanceOf(NodeFailed.class)
                    .hasMessageContaining("the machine counts 0 entries after it");
        }
    }

    private static final class ForgetfulMachine extends ForwardingMachine {
        @Override
        public long lastIndex() {
            return 0;
        }
    }
}
