package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.NodeStartRefused;
import org.tallystick.node.failure.NodeStartRefused.Code;
import org.tallystick.node.journal.Journal;
import org.tallystick.node.storage.DataDirectory;

/** On which directories a node starts, on which it does not, and what it says then. */
class DataDirectoryTest {

    @TempDir
    Path directory;

    private static Node start(Path data) {
        return start(config(data));
    }

    private static Node start(NodeConfig.Builder config) {
        return Node.start(config.build(), new TransferMachine.Factory());
    }

    private static void assertRefused(NodeConfig.Builder config, Code code, String sentence) {
        assertThatThrownBy(() -> start(config))
                .isInstanceOfSatisfying(
                        NodeStartRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code))
                .hasMessageContaining(sentence);
    }

    @Test
    void oneDirectoryServesOneNodeAtATime() {
        Path data = directory.resolve("data");
        try (Node node = start(data)) {
            assertRefused(
                    config(data),
                    Code.DATA_DIRECTORY_IN_USE,
                    "is in use by process " + ProcessHandle.current().pid());
            assertThat(answer(node, "pay a b 1"))
                    .as("the running node is not disturbed")
                    .startsWith("1 ");
        }
        start(data).close();
    }

    @Test
    void theDirectoryOfAnotherLedgerIsRefused() {
        Path data = directory.resolve("data");
        start(data).close();
        assertRefused(
                NodeConfig.builder(data, "other-ledger"),
                Code.DATA_DIRECTORY_OF_ANOTHER_LEDGER,
                "is of the ledger test-ledger, not of other-ledger");
        start(data).close();
    }

    @Test
    void aDirectoryWithOtherFilesIsRefusedAndLeftAlone() throws IOException {
        Files.writeString(directory.resolve("letter.txt"), "Dear Sir");
        assertRefused(config(directory), Code.DATA_DIRECTORY_NOT_OF_A_LEDGER, "holds files, but no ledger");
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("letter.txt"));
        }
    }

    @Test
    void aDirectoryWhoseParentDoesNotExistIsRefused() {
        assertRefused(
                config(directory.resolve("absent").resolve("data")),
                Code.DATA_DIRECTORY_UNUSABLE,
                "its parent is not a directory");
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("data"));
        assertRefused(config(file), Code.DATA_DIRECTORY_UNUSABLE, "is not a directory");
    }

    @Test
    void anUnknownFormatIsRefused() throws IOException {
        Path data = directory.resolve("data");
        start(data).close();
        Path identity = data.resolve("ledger.properties");
        Files.writeString(identity, Files.readString(identity).replace("format=2", "format=3"));
        assertRefused(config(data), Code.DATA_DIRECTORY_FORMAT_UNKNOWN, "is in the format 3; this version knows");
    }

    @Test
    void aDiskWithoutTheReserveIsRefused() {
        assertRefused(
                config(directory.resolve("data")).diskReserveBytes(Long.MAX_VALUE),
                Code.STORAGE_LOW,
                "less than the reserve of 9,223,372,036,854,775,807");
    }

    @Test
    void aJournalDamagedBeforeItsLastMarkIsRefusedWithThePlace() throws IOException {
        Path data = directory.resolve("data");
        try (Node node = start(data)) {
            answer(node, "pay a b 1");
            answer(node, "pay a b 1");
        }
        Path file = data.resolve("journal").resolve("0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(file);
        bytes[40] ^= 1;
        Files.write(file, bytes);
        assertRefused(config(data), Code.JOURNAL_CORRUPT, "0000000000000000001.journal, byte 20");
    }

    @Test
    void whatACrashCutOffTheJournalIsWrittenAgainFromTheLog() throws IOException {
        Path data = directory.resolve("data");
        byte[] receipt;
        try (Node node = start(data)) {
            for (int i = 0; i < 100; i++) {
                answer(node, "pay a b 1");
            }
            receipt = node.journal().read(100).orElseThrow().receipt();
        }
        Path file = data.resolve("journal").resolve("0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(Journal.open(DataDirectory.journalOf(data)).lastIndex()).isLessThan(60);
        try (Node node = start(data)) {
            assertThat(node.journal().read(100).orElseThrow().receipt()).isEqualTo(receipt);
        }
    }

    @Test
    void aStartOnASmallDirectoryTakesItsTime() {
        Path data = directory.resolve("data");
        try (Node node = start(data)) {
            for (int i = 0; i < 1_000; i++) {
                answer(node, "pay a b 1");
            }
        }
        long startNanos = System.nanoTime();
        try (Node node = start(data)) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
            System.out.printf("ready after a replay of %,d entries in %d ms%n", node.lastIndex(), millis);
            assertThat(node.lastIndex()).isEqualTo(1_000);
        }
    }
}
