package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.journal.JournalEntry;
import org.tallystick.node.journal.JournalMark;
import org.tallystick.node.storage.DataDirectory;

/** What several tests of nodes need. */
final class Fixture {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Fixture() {}

    /** A configuration with small files and no schedule: snapshots are taken when a test says so. */
    static NodeConfig.Builder config(Path directory) {
        return NodeConfig.builder(directory, "test-ledger")
                .logBytes(1 << 20, 1 << 20)
                .journalSegmentBytes(64 << 10)
                .snapshotInterval(Duration.ofDays(1))
                .snapshotEveryEntries(Long.MAX_VALUE)
                .diskReserveBytes(1 << 20);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Submits and waits for the receipt. */
    static String answer(Node node, String envelope) {
        return text(node.submit(bytes(envelope)).orTimeout(60, TimeUnit.SECONDS).join());
    }

    /** A node of money transfers on this data directory, with the settings of tests. */
    static Node start(Path data) {
        return Node.start(config(data).build(), new TransferMachine.Factory());
    }

    /** Takes a snapshot; answers the last entry in it. */
    static long snapshot(Node node) {
        return node.snapshot().orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** About a megabyte of log, which is one of its files. */
    static void payMuch(Node node) {
        String padding = " ".repeat(1_000);
        List<CompletableFuture<byte[]>> receipts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            receipts.add(node.submit(bytes("pay alice bob 1" + padding)));
        }
        receipts.forEach(receipt -> receipt.orTimeout(60, TimeUnit.SECONDS).join());
    }

    static byte[] stateHash(Node node) {
        return node.inspect(machine -> machine.stateHash())
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** A new machine that has executed the journal, having checked every receipt and every mark on the way. */
    static TransferMachine replayOf(Path dataDirectory) throws IOException {
        TransferMachine machine = new TransferMachine();
        Journal journal = Journal.open(DataDirectory.journalOf(dataDirectory));
        Map<Long, byte[]> hashes = new HashMap<>();
        journal.forEach(1, record -> {
            if (record instanceof JournalEntry entry) {
                replay(entry, machine);
                hashes.put(entry.index(), machine.stateHash());
            }
        });
        for (JournalMark mark : journal.marks()) {
            assertThat(mark.stateHash()).as("%s", mark).isEqualTo(hashes.get(mark.index()));
        }
        return machine;
    }

    private static void replay(JournalEntry entry, TransferMachine machine) {
        byte[] receipt = switch (entry.kind()) {
            case ENVELOPE -> machine.execute(entry.timeMillis(), entry.envelope());
            case TICK -> machine.tick(entry.timeMillis());
        };
        assertThat(receipt).isEqualTo(entry.receipt());
    }

    /** Waits until it holds; fails the test when it never does. */
    static void await(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("waited in vain for: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
