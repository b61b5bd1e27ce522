package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.payMuch;
import static org.tallystick.node.Fixture.snapshot;
import static org.tallystick.node.Fixture.stateHash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;

/** The states that snapshots refer to: kept, lost, damaged, of another ledger, or not written at all. */
class StateTest {

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private Node start() {
        return Fixture.start(data());
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
        try (Node node = Fixture.start(other)) {
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
        MachineFactory failing = ForwardingMachine.factoryOfCopies((copy, out) -> {
            out.write(new byte[10 << 20]);
            throw new IOException("the disk is gone");
        });
        try (Node node = Node.start(config(data()).build(), failing)) {
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

    /** As a kill between a state and its snapshot leaves it. */
    @Test
    void aStateNewerThanTheSnapshotIsNotTakenForTheOneItRefersTo() throws IOException {
        try (Node node = start()) {
            answer(node, "pay alice bob 10");
            assertThat(snapshot(node)).isEqualTo(1);
            answer(node, "pay alice bob 10");
        }
        Path states = data().resolve("states");
        Files.copy(states.resolve("0000000000000000001.state"), states.resolve("0000000000000000002.state"));
        try (Node node = start()) {
            assertThat(node.lastIndex()).isEqualTo(2);
            assertThat(answer(node, "pay alice bob 10")).startsWith("3 ");
        }
    }

    @Test
    void aCloseGivesUpAStateThatIsBeingWrittenDown() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        MachineFactory endless = ForwardingMachine.factoryOfCopies((copy, out) -> {
            while (true) { // only the close ends this
                out.write(new byte[1 << 10]);
                writing.countDown();
                LockSupport.parkNanos(1_000_000);
            }
        });
        CompletableFuture<Long> snapshot;
        try (Node node = Node.start(config(data()).build(), endless)) {
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
        MachineFactory full = ForwardingMachine.factoryOfCopies((copy, out) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        try (Node node = Node.start(config(data()).build(), full)) {
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
}
