package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.await;
import static org.tallystick.node.Fixture.bytes;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.replayOf;
import static org.tallystick.node.Fixture.stateHash;
import static org.tallystick.node.Fixture.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.SubmissionRefused;

/** A real disk of 32 MiB is filled. Needs the right to mount one. */
class FullDiskTest {

    private static final int MIB = 1 << 20;

    @TempDir
    Path directory;

    private Path disk() {
        return directory.resolve("disk");
    }

    @BeforeEach
    void mount() throws Exception {
        Files.createDirectory(disk());
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk().toString());
        assumeTrue(refusal.isEmpty(), () -> "skipped, because no small disk can be mounted here: " + refusal);
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk().toString());
    }

    private static String run(String... command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = text(process.getInputStream().readAllBytes()).strip();
            return process.waitFor() == 0 ? "" : output.isEmpty() ? command[0] + " failed" : output;
        } catch (IOException absent) {
            return command[0] + " is not installed";
        }
    }

    private NodeConfig.Builder configure() {
        return config(disk().resolve("data"));
    }

    private long usableBytes() throws IOException {
        return Files.getFileStore(disk()).getUsableSpace();
    }

    private Path fillUpTo(long leftBytes) throws IOException {
        Path filler = disk().resolve("filler");
        Files.write(filler, new byte[Math.toIntExact(usableBytes() - leftBytes)]);
        return filler;
    }

    @Test
    void belowTheReserveSubmissionsAreRefusedAndTakenAgainWhenThereIsRoom() throws IOException {
        NodeConfig config = configure().diskReserveBytes(8 * MIB).build();
        try (Node node = Node.start(config, new TransferMachine.Factory())) {
            assertThat(answer(node, "pay a b 1")).startsWith("1 ");
            Path filler = fillUpTo(4 * MIB);
            await(
                    "a refusal",
                    () -> node.submit(bytes("malformed"))
                            .handle((r, e) -> isStorageLow(e))
                            .join());
            Files.delete(filler);
            await(
                    "a receipt",
                    () -> node.submit(bytes("malformed"))
                            .handle((r, e) -> e == null)
                            .join());
            assertThat(node.failure()).isEmpty();
        }
    }

    private static boolean isStorageLow(@Nullable Throwable refusal) {
        return refusal instanceof SubmissionRefused refused && refused.code() == SubmissionRefused.Code.STORAGE_LOW;
    }

    @Test
    void onAFullDiskTheNodeStopsSaysSoAndLosesNoReceipt() throws Exception {
        List<CompletableFuture<byte[]>> submissions = new ArrayList<>();
        Path filler;
        try (Node node = Node.start(configure().diskReserveBytes(0).build(), new TransferMachine.Factory())) {
            answer(node, "pay a b 1");
            filler = fillUpTo(2 * MIB);
            String padding = " ".repeat(1_000);
            while (node.failure().isEmpty()) {
                submissions.add(node.submitWithin(bytes("pay a b 1" + padding), Fixture.PATIENCE));
            }
            assertThat(node.awaitTermination(Fixture.PATIENCE)).isTrue();
            assertThat(node.failure().orElseThrow().code()).isEqualTo(NodeFailed.Code.STORAGE_FULL);
            assertThat(node.failure().orElseThrow()).hasMessageContaining("the disk is full");
        }
        List<String> acknowledged = acknowledged(submissions);
        Files.delete(filler);

        try (Node node = Node.start(configure().build(), new TransferMachine.Factory())) {
            System.out.printf(
                    "the disk was full after %,d receipts; the log had %,d entries%n",
                    acknowledged.size() + 1, node.lastIndex());
            for (String receipt : acknowledged) {
                long index = Long.parseLong(receipt.substring(0, receipt.indexOf(' ')));
                assertThat(text(node.journal().read(index).orElseThrow().receipt()))
                        .isEqualTo(receipt);
            }
            assertThat(stateHash(node))
                    .isEqualTo(replayOf(disk().resolve("data")).stateHash());
            assertThat(answer(node, "pay a b 1")).startsWith(node.lastIndex() + " ");
        }
    }

    private static List<String> acknowledged(List<CompletableFuture<byte[]>> submissions) {
        List<String> receipts = new ArrayList<>();
        for (CompletableFuture<byte[]> submission : submissions) {
            try {
                receipts.add(text(submission.orTimeout(60, TimeUnit.SECONDS).join()));
            } catch (CompletionException notAcknowledged) {
                assertThat(notAcknowledged).hasCauseInstanceOf(NodeFailed.class);
            }
        }
        assertThat(receipts).isNotEmpty();
        return receipts;
    }
}
