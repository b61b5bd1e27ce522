package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.await;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.payMuch;
import static org.tallystick.node.Fixture.replayOf;
import static org.tallystick.node.Fixture.snapshot;
import static org.tallystick.node.Fixture.stateHash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.machine.MachineFactory;

/** Snapshots bound what a start replays, and what the log keeps; the journal keeps everything. */
class SnapshotTest {

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Node start() {
        return Fixture.start(data());
    }

    private List<String> filesOfTheLog() throws IOException {
        try (var files = Files.list(data().resolve("archive"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rec"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aSnapshotAndTheTailMakeTheSameStateAsTheWholeReplay() throws IOException {
        byte[] before;
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            assertThat(snapshot(node)).isEqualTo(1);
            answer(node, "pay bob carol 3");
            before = stateHash(node);
        }
        try (Node node = start()) {
            assertThat(stateHash(node)).isEqualTo(before);
            assertThat(answer(node, "pay carol dave 2")).startsWith("3 ");
        }
        assertThat(replayOf(data()).balance("carol")).isEqualTo(3 - 2);
    }

    @Test
    void theStateHashIsMarkedInTheJournalAtSnapshotsAndAtAnOrderlyClose() throws IOException {
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            snapshot(node);
            answer(node, "pay alice bob 10");
            node.close();
            assertThat(node.journal().marks()).extracting(JournalMark::index).containsExactly(1L, 2L);
        }
    }

    @Test
    void afterSnapshotsTheLogIsPurgedAndOldSnapshotsAreRemovedButTheJournalIsWhole() throws IOException {
        try (Node node = start()) {
            for (int i = 0; i < 5; i++) {
                payMuch(node);
                snapshot(node);
            }
        }
        List<String> files = filesOfTheLog();
        assertThat(files).as("the log's first file").doesNotContain("0-0.rec");
        assertThat(files.stream().filter(name -> name.startsWith("0-")).count())
                .as("files of the log since the last snapshot but one")
                .isLessThanOrEqualTo(3);
        assertThat(files.stream().filter(name -> !name.startsWith("0-")).count())
                .as("two snapshots, of the machine and of the log's own state each")
                .isEqualTo(4);
        try (Node node = start()) {
            assertThat(node.lastIndex()).isEqualTo(5_000);
            assertThat(stateHash(node)).isEqualTo(replayOf(data()).stateHash());
            assertThat(answer(node, "pay alice bob 1")).startsWith("5001 ");
        }
    }

    @Test
    void snapshotsAreTakenByThemselvesAfterSoManyEntries() {
        try (Node node = Node.start(config(data()).snapshotEveryEntries(10).build(), new TransferMachine.Factory())) {
            for (int i = 0; i < 10; i++) {
                answer(node, "pay alice bob 1");
            }
            List<Long> marks = new ArrayList<>();
            await("a mark of the snapshot in the journal", () -> {
                try {
                    node.journal().forEach(10, record -> {
                        if (record instanceof JournalMark mark) {
                            marks.add(mark.index());
                        }
                    });
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return !marks.isEmpty();
            });
            assertThat(marks).contains(10L);
        }
    }

    @Test
    void entriesGoOnWhileTheStateIsWrittenDownAndAreInTheSnapshotAllTheSame() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        MachineFactory slow = ForwardingMachine.factoryOfCopies((copy, out) -> {
            writing.countDown();
            assertThat(mayEnd.await(60, TimeUnit.SECONDS)).isTrue();
            copy.writeSnapshot(out);
        });
        byte[] before;
        try (Node node = Node.start(config(data()).build(), slow)) {
            answer(node, "pay alice bob 10");
            CompletableFuture<Long> snapshot = node.snapshot();
            assertThat(writing.await(60, TimeUnit.SECONDS)).isTrue();
            answer(node, "pay bob carol 4");
            answer(node, "pay bob dave 5");
            assertThat(snapshot).as("still being written").isNotDone();
            mayEnd.countDown();
            assertThat(snapshot.orTimeout(60, TimeUnit.SECONDS).join())
                    .as("the last entry in the snapshot")
                    .isEqualTo(3);
            answer(node, "pay carol alice 1");
            before = stateHash(node);
            assertThat(node.journal().marks().getFirst().index())
                    .as("the last entry in the state that it refers to")
                    .isEqualTo(1);
        }
        try (Node node = start()) {
            assertThat(stateHash(node))
                    .isEqualTo(before)
                    .isEqualTo(replayOf(data()).stateHash());
            assertThat(answer(node, "pay carol dave 2")).startsWith("5 ");
        }
    }

    @Test
    void aJournalThatLostEntriesTheLogNoLongerHasIsNoticed() throws IOException {
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            snapshot(node);
        }
        try (var files = Files.list(data().resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        NodeFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(NodeFailed.Code.JOURNAL_BEHIND_SNAPSHOT))
                .hasMessage(
                        "the journal ends with entry 0, the snapshot is of entry 1: receipts between them are missing");
    }

    @Test
    void aLogThatLostEntriesTheJournalHoldsIsNoticed() throws IOException {
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
        }
        for (String lost : List.of("archive", "cluster")) {
            try (var files = Files.walk(data().resolve(lost))) {
                for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(file);
                }
            }
        }
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        NodeFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(NodeFailed.Code.LOG_BEHIND_JOURNAL))
                .hasMessageStartingWith("the journal ends with entry 1, the log with entry 0");
    }
}
