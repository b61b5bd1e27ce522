package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.await;
import static org.tallystick.node.Fixture.bytes;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.replayOf;
import static org.tallystick.node.Fixture.stateHash;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.machine.Machine;

/** Snapshots bound what a start replays, and what the log keeps; the journal keeps everything. */
class SnapshotTest {

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Node start() {
        return Node.start(config(data()).build(), new TransferMachine.Factory());
    }

    private static long snapshot(Node node) {
        return node.snapshot().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** About a megabyte of log, which is one of its files. */
    private static void payMuch(Node node) {
        String padding = " ".repeat(1_000);
        List<CompletableFuture<byte[]>> receipts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            receipts.add(node.submit(bytes("pay alice bob 1" + padding)));
        }
        receipts.forEach(receipt -> receipt.orTimeout(60, TimeUnit.SECONDS).join());
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
        List<Long> marks = new ArrayList<>();
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            snapshot(node);
            answer(node, "pay alice bob 10");
            node.close();
            node.journal().forEach(1, record -> {
                if (record instanceof JournalMark mark) {
                    marks.add(mark.index());
                }
            });
        }
        assertThat(marks).containsExactly(1L, 2L);
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

    /** Makes copies that are written down only when the test lets them. */
    private static final class Slow extends ForwardingMachine {

        private final CountDownLatch writing = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public Machine fork() {
            Machine copy = super.fork();
            return new ForwardingMachine(copy) {
                @Override
                public void writeSnapshot(OutputStream out) throws IOException {
                    writing.countDown();
                    try {
                        mayEnd.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    super.writeSnapshot(out);
                }
            };
        }
    }

    @Test
    void entriesGoOnWhileTheStateIsWrittenDownAndAreInTheSnapshotAllTheSame() throws Exception {
        Slow machine = new Slow();
        byte[] before;
        try (Node node = Node.start(config(data()).build(), ForwardingMachine.factory(() -> machine))) {
            answer(node, "pay alice bob 10");
            CompletableFuture<Long> snapshot = node.snapshot();
            assertThat(machine.writing.await(60, TimeUnit.SECONDS)).isTrue();
            answer(node, "pay bob carol 4");
            answer(node, "pay bob dave 5");
            assertThat(snapshot).as("still being written").isNotDone();
            machine.mayEnd.countDown();
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

    private List<Path> states() throws IOException {
        try (var files = Files.list(data().resolve("states"))) {
            return files.sorted().toList();
        }
    }

    /** Three snapshots, after the entries 2, 4 and 6, and an entry after them. */
    private byte[] payAndTakeThreeSnapshots() {
        try (Node node = start()) {
            for (int i = 1; i <= 3; i++) {
                answer(node, "pay alice bob " + i);
                answer(node, "pay bob carol " + i);
                snapshot(node);
            }
            answer(node, "pay carol alice 6");
            return stateHash(node);
        }
    }

    @Test
    void theStatesOfTheLastTwoSnapshotsAreKept() throws IOException {
        payAndTakeThreeSnapshots();
        assertThat(states())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("0000000000000000004.state", "0000000000000000006.state");
    }

    @Test
    void aStateThatWasTakenAwayIsComputedFromTheOneBeforeItOrFromTheFirstEntryOn() throws IOException {
        byte[] before = payAndTakeThreeSnapshots();
        while (!states().isEmpty()) {
            Files.delete(states().getLast());
            try (Node node = start()) {
                assertThat(node.lastIndex()).isEqualTo(7);
                assertThat(stateHash(node)).isEqualTo(before);
            }
        }
    }

    @Test
    void aDamagedStateIsNoticedAndItsFileNamed() throws IOException {
        payAndTakeThreeSnapshots();
        Path newest = states().getLast();
        byte[] bytes = Files.readAllBytes(newest);
        bytes[bytes.length / 2] ^= 1;
        Files.write(newest, bytes);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        NodeFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(NodeFailed.Code.SNAPSHOT_UNREADABLE))
                .hasMessageStartingWith("the snapshot cannot be restored: the file " + newest.toRealPath() + ": ");

        Files.write(newest, new byte[] {'T', 'A', 'L'});
        assertThatThrownBy(this::start)
                .isInstanceOf(NodeFailed.class)
                .hasMessageEndingWith("the file " + newest.toRealPath()
                        + ": it is cut off; move it away, and a start computes the state from the journal");
    }

    @Test
    void aStateOfAnotherHistoryIsNoticed() throws IOException {
        payAndTakeThreeSnapshots();
        Path other = directory.resolve("other");
        try (Node node = Node.start(config(other).build(), new TransferMachine.Factory())) {
            for (int i = 1; i <= 6; i++) {
                answer(node, "pay mallory eve " + i);
            }
            snapshot(node);
        }
        Path newest = states().getLast();
        Files.copy(other.resolve("states").resolve(newest.getFileName()), newest, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::start)
                .isInstanceOfSatisfying(
                        NodeFailed.class,
                        failed -> assertThat(failed.code()).isEqualTo(NodeFailed.Code.SNAPSHOT_UNREADABLE));
    }

    @Test
    void aStateThatCannotBeWrittenDownHoldsNothingUp() throws IOException {
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            Files.writeString(data().resolve("states"), "in the way");
            assertThatThrownBy(() -> snapshot(node)).hasMessageContaining("states");
            assertThat(answer(node, "pay alice bob 10")).startsWith("2 ");
            Files.delete(data().resolve("states"));
            assertThat(snapshot(node)).isEqualTo(2);
        }
    }

    @Test
    void whatCouldNotBeFinishedIsRemovedAndAStateThatNoSnapshotCameToReferToIsToo() throws IOException {
        Machine machine = new ForwardingMachine() {
            @Override
            public Machine fork() {
                return new ForwardingMachine(super.fork()) {
                    @Override
                    public void writeSnapshot(OutputStream out) throws IOException {
                        out.write(new byte[10 << 20]);
                        throw new IOException("the disk is gone");
                    }
                };
            }
        };
        try (Node node = Node.start(config(data()).build(), ForwardingMachine.factory(() -> machine))) {
            answer(node, "pay alice bob 10");
            assertThatThrownBy(() -> snapshot(node)).hasMessageContaining("the disk is gone");
            assertThat(states()).isEmpty();
        }
        Path orphan =
                Files.writeString(data().resolve("states").resolve("0000000000000000001.state"), "of a killed node");
        Path unfinished = Files.writeString(data().resolve("states").resolve("unfinished"), "of a killed node");
        try (Node node = start()) {
            assertThat(unfinished).doesNotExist();
            answer(node, "pay alice bob 10");
            snapshot(node);
            assertThat(orphan).doesNotExist();
            assertThat(states()).hasSize(1);
        }
    }

    @Test
    void aCloseGivesUpAStateThatIsBeingWrittenDown() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        Machine machine = new ForwardingMachine() {
            @Override
            public Machine fork() {
                return new ForwardingMachine(super.fork()) {
                    @Override
                    public void writeSnapshot(OutputStream out) throws IOException {
                        for (long chunk = 0; ; chunk++) { // only the close ends this
                            out.write(new byte[1 << 10]);
                            writing.countDown();
                            LockSupport.parkNanos(1_000_000);
                        }
                    }
                };
            }
        };
        CompletableFuture<Long> snapshot;
        try (Node node = Node.start(config(data()).build(), ForwardingMachine.factory(() -> machine))) {
            answer(node, "pay alice bob 10");
            snapshot = node.snapshot();
            assertThat(writing.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThatThrownBy(snapshot::join).hasMessageContaining("the node is stopping");
        assertThat(states()).isEmpty();
        try (Node node = start()) {
            assertThat(node.lastIndex()).isEqualTo(1);
        }
    }

    @Test
    void aHoleInTheJournalBehindTheStateIsNoticed() throws IOException {
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            snapshot(node);
            payMuch(node);
            snapshot(node);
        }
        Files.delete(states().getLast());
        try (var files = Files.list(data().resolve("journal"))) {
            Files.delete(files.sorted().skip(3).findFirst().orElseThrow());
        }
        assertThatThrownBy(this::start)
                .isInstanceOf(NodeFailed.class)
                .hasMessageMatching("(?s).*where entry \\d+ was to come.*");
    }

    @Test
    void aStateUnderAnotherEntrysNameIsNoticed() throws IOException {
        payAndTakeThreeSnapshots();
        Files.move(states().getFirst(), states().getLast(), StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(this::start)
                .isInstanceOf(NodeFailed.class)
                .hasMessageContaining("it holds the state after entry 4");
    }

    @Test
    void aHeapWithoutRoomToWriteTheCopyDownHoldsNothingUp() {
        Machine machine = new ForwardingMachine() {
            @Override
            public Machine fork() {
                return new ForwardingMachine(super.fork()) {
                    @Override
                    public void writeSnapshot(OutputStream out) {
                        throw new OutOfMemoryError("Java heap space");
                    }
                };
            }
        };
        try (Node node = Node.start(config(data()).build(), ForwardingMachine.factory(() -> machine))) {
            answer(node, "pay alice bob 10");
            assertThatThrownBy(() -> snapshot(node)).hasMessageContaining("the heap has no room for a copy");
            assertThat(answer(node, "pay alice bob 10")).startsWith("2 ");
        }
    }

    @Test
    void aHeapWithoutRoomForACopyHoldsNothingUp() {
        ForwardingMachine machine = new ForwardingMachine() {
            @Override
            public Machine fork() {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        try (Node node = Node.start(config(data()).build(), ForwardingMachine.factory(() -> machine))) {
            answer(node, "pay alice bob 10");
            assertThatThrownBy(() -> snapshot(node))
                    .hasMessageContaining("the heap has no room for a copy of the state; give it more (-Xmx)");
            assertThat(answer(node, "pay alice bob 10")).startsWith("2 ");
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
