package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.replayOf;
import static org.tallystick.node.Fixture.stateHash;
import static org.tallystick.node.Fixture.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeStartRefused;

/** Processes are killed in the middle of their work; what they had acknowledged is there. */
class KillTest {

    private static final int ROUNDS = 3;
    private static final int RECEIPTS_A_ROUND = 6_000;

    @TempDir
    Path directory;

    @Test
    void afterKillNineEveryAcknowledgedReceiptIsInTheJournalAndTheStateIsTheReplaysState() throws Exception {
        Path data = directory.resolve("data");
        List<String> acknowledged = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            killAfter(RECEIPTS_A_ROUND, data, acknowledged);
            restartAndCheck(data, acknowledged, round);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS * RECEIPTS_A_ROUND);
    }

    private static void killAfter(int receipts, Path data, List<String> acknowledged) throws Exception {
        Process process = Killed.launch(data);
        try (BufferedReader lines = process.inputReader()) {
            for (int i = 0; i < receipts; i++) {
                acknowledged.add(lines.readLine());
            }
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(line);
            }
        }
        assertThat(process.waitFor()).as("killed by signal 9").isEqualTo(128 + 9);
        if (!acknowledged.getLast().endsWith(" paid")) {
            acknowledged.removeLast(); // the process was killed while it printed this line
        }
    }

    private static void restartAndCheck(Path data, List<String> acknowledged, int round) throws IOException {
        long startNanos = System.nanoTime();
        try (Node node = Fixture.start(data)) {
            System.out.printf(
                    "round %d: killed after %,d receipts, started again at entry %,d in %d ms%n",
                    round, acknowledged.size(), node.lastIndex(), (System.nanoTime() - startNanos) / 1_000_000);
            for (String receipt : acknowledged) {
                long index = Long.parseLong(receipt.substring(0, receipt.indexOf(' ')));
                assertThat(text(node.journal().read(index).orElseThrow().receipt()))
                        .isEqualTo(receipt);
            }
            assertThat(replayOf(data).stateHash()).isEqualTo(stateHash(node));
            assertThat(answer(node, "pay carol dave 1")).startsWith(node.lastIndex() + " ");
        }
    }

    @Test
    void whatAKilledNodeLeftInSharedMemoryGoesWithItsDataDirectory() throws Exception {
        Path shared = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(shared), "skipped, because there is no shared memory here");
        Path lost = directory.resolve("lost");
        killAfter(1, lost, new ArrayList<>());
        assertThat(ownersIn(shared)).contains(lost.toRealPath().toString());
        String owner = lost.toRealPath().toString();
        deleteAll(lost);

        Fixture.start(directory.resolve("other")).close();
        assertThat(ownersIn(shared)).doesNotContain(owner);
    }

    private static List<String> ownersIn(Path shared) throws IOException {
        List<String> owners = new ArrayList<>();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(shared, "tallystick-*")) {
            for (Path root : left) {
                Path owner = root.resolve("data-directory");
                if (Files.exists(owner)) {
                    owners.add(Files.readString(owner));
                }
            }
        }
        return owners;
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void theDirectoryOfARunningProcessIsRefusedAndTheProcessNamed() throws Exception {
        Path data = directory.resolve("data");
        Process process = Killed.launch(data);
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isNotNull();
            assertThatThrownBy(() -> Fixture.start(data))
                    .isInstanceOfSatisfying(
                            NodeStartRefused.class,
                            refused ->
                                    assertThat(refused.code()).isEqualTo(NodeStartRefused.Code.DATA_DIRECTORY_IN_USE))
                    .hasMessageEndingWith("is in use by process " + process.pid());
            process.destroyForcibly();
        }
        process.waitFor();
        Fixture.start(data).close();
    }
}
