package org.tallystick.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.journal.JournalEntry.Kind;

/** A journal is written once and read for years: by index, while it grows, and after accidents. */
class JournalTest {

    /** Frame 8, body 17 + two lengths 4 + 4, envelope and receipt of 100 bytes each. */
    private static final int RECORD_BYTES = 8 + 17 + 8 + 200;

    private static final int HEADER_BYTES = 20;
    private static final int SEGMENT_BYTES = 64 << 10;

    @TempDir
    Path directory;

    private static JournalEntry entry(long index) {
        byte[] envelope = new byte[100];
        byte[] receipt = new byte[100];
        new Random(index).nextBytes(envelope);
        new Random(-index).nextBytes(receipt);
        return new JournalEntry(index, 1_000 + index, index % 10 == 0 ? Kind.TICK : Kind.ENVELOPE, envelope, receipt);
    }

    private static JournalMark markAfter(long index) {
        byte[] hash = new byte[32];
        Arrays.fill(hash, (byte) index);
        return new JournalMark(index, 1_000 + index, hash);
    }

    private JournalWriter write(int from, int to) throws IOException {
        JournalWriter writer = JournalWriter.open(directory, SEGMENT_BYTES);
        for (int index = from; index <= to; index++) {
            writer.append(entry(index));
        }
        writer.flush();
        return writer;
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static void flipByte(Path file, long at) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) ~one.get(0)).flip();
            channel.write(one, at);
        }
    }

    @Test
    void anyEntryOfManyFilesIsReadByItsIndex() throws IOException {
        try (JournalWriter writer = write(1, 1_000)) {
            Journal journal = writer.journal();
            for (long index : new long[] {1000, 1, 282, 283, 64, 65, 564, 565, 999}) {
                assertThat(journal.read(index)).contains(entry(index));
            }
            assertThat(journal.read(0)).isEmpty();
            assertThat(journal.read(1_001)).isEmpty();
        }
        try (var files = Files.list(directory)) {
            // a file is full with its 282nd record of 233 bytes: 20 + 282 * 233 = 65,726 >= 65,536
            assertThat(files.count()).isEqualTo(4);
        }
        assertThat(Journal.open(directory).read(777)).contains(entry(777));
    }

    @Test
    void recordsAreShownInOrderFromWhereverOneBegins() throws IOException {
        try (JournalWriter writer = write(1, 400)) {
            writer.append(markAfter(400));
            writer.append(entry(401));
            writer.flush();
            List<JournalRecord> shown = new ArrayList<>();
            writer.journal().forEach(399, shown::add);
            assertThat(shown).containsExactly(entry(399), entry(400), markAfter(400), entry(401));
        }
    }

    @Test
    void theSameMarkIsNotWrittenTwice() throws IOException {
        try (JournalWriter writer = write(1, 2)) {
            writer.append(markAfter(2));
            writer.append(markAfter(2));
            writer.flush();
        }
        try (JournalWriter writer = JournalWriter.open(directory, SEGMENT_BYTES)) {
            writer.append(markAfter(2));
            writer.flush();
            List<JournalRecord> shown = new ArrayList<>();
            writer.journal().forEach(2, shown::add);
            assertThat(shown).containsExactly(entry(2), markAfter(2));
        }
    }

    @Test
    void anEntryOutOfOrderIsNotTaken() throws IOException {
        try (JournalWriter writer = write(1, 2)) {
            assertThatThrownBy(() -> writer.append(entry(4))).hasMessageContaining("cannot follow entry 2");
            assertThatThrownBy(() -> writer.append(markAfter(3))).hasMessageContaining("cannot follow entry 2");
        }
    }

    @Test
    void aTailTornAtAnyByteIsCutOffAndTheJournalGoesOn() throws IOException {
        write(1, 2).close();
        byte[] whole = Files.readAllBytes(onlyFile());
        Path file = onlyFile();
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            int expected = Math.max(0, (length - HEADER_BYTES) / RECORD_BYTES);
            if (length >= HEADER_BYTES) {
                assertThat(Journal.open(directory).lastIndex()).isEqualTo(expected);
                assertThat(Files.size(file)).as("reading changes nothing").isEqualTo(length);
            }
            try (JournalWriter writer = JournalWriter.open(directory, SEGMENT_BYTES)) {
                assertThat(writer.lastIndex()).as("torn at byte %d", length).isEqualTo(expected);
                writer.append(entry(expected + 1));
                writer.flush();
                assertThat(writer.journal().read(expected + 1)).contains(entry(expected + 1));
            }
        }
    }

    @Test
    void aFlippedByteBeforeAMarkIsFoundAndItsPlaceNamed() throws IOException {
        try (JournalWriter writer = write(1, 10)) {
            writer.append(markAfter(10));
            writer.append(entry(11));
            writer.force();
        }
        long thirdRecord = HEADER_BYTES + 2 * RECORD_BYTES;
        flipByte(onlyFile(), thirdRecord + 50);

        assertThatThrownBy(() -> JournalWriter.open(directory, SEGMENT_BYTES))
                .isInstanceOfSatisfying(
                        JournalCorrupt.class,
                        corrupt -> assertThat(corrupt.offset()).isEqualTo(thirdRecord))
                .hasMessageContaining("byte 486: a record's checksum is wrong");
        assertThatThrownBy(() -> Journal.open(directory)).isInstanceOf(JournalCorrupt.class);
    }

    @Test
    void aFlippedByteInAnOlderFileIsFoundByWhoeverReadsIt() throws IOException {
        Path oldest = JournalSegment.filesIn(directory).file(1);
        write(1, 1_000).close();
        flipByte(oldest, HEADER_BYTES + 100L * RECORD_BYTES + 9);

        Journal journal = Journal.open(directory);
        assertThat(journal.read(100)).contains(entry(100));
        assertThatThrownBy(() -> journal.read(101))
                .isInstanceOf(JournalCorrupt.class)
                .hasMessageContaining("0000000000000000001.journal, byte 23,320");
        List<JournalRecord> shown = new ArrayList<>();
        assertThatThrownBy(() -> journal.forEach(1, shown::add)).isInstanceOf(JournalCorrupt.class);
        assertThat(shown).as("what lies before the damage is shown").hasSize(100);
    }

    @Test
    void damageBehindTheLastMarkIsCutOffBecauseTheLogHasIt() throws IOException {
        try (JournalWriter writer = write(1, 10)) {
            writer.append(markAfter(10));
            writer.append(entry(11));
            writer.append(entry(12));
            writer.append(entry(13));
            writer.force();
        }
        long mark = 8 + 17 + 32;
        flipByte(onlyFile(), HEADER_BYTES + 11 * RECORD_BYTES + mark + 60);

        try (JournalWriter writer = JournalWriter.open(directory, SEGMENT_BYTES)) {
            assertThat(writer.lastIndex()).isEqualTo(11);
        }
    }

    @Test
    void aMarkMayStandBehindLaterEntriesAndMakesThemSafe() throws IOException {
        try (JournalWriter writer = write(1, 10)) {
            writer.append(markAfter(4));
            writer.append(entry(11));
            writer.append(markAfter(11));
            writer.append(markAfter(2));
            writer.force();
            List<JournalRecord> shown = new ArrayList<>();
            writer.journal().forEach(10, shown::add);
            assertThat(shown).containsExactly(entry(10), entry(11), markAfter(11));
            assertThat(writer.journal().marks()).containsExactly(markAfter(2), markAfter(4), markAfter(11));
        }
        try (JournalWriter writer = JournalWriter.open(directory, SEGMENT_BYTES)) {
            assertThat(writer.lastIndex()).isEqualTo(11);
        }
        flipByte(onlyFile(), HEADER_BYTES + 9 * RECORD_BYTES + 30);
        assertThatThrownBy(() -> JournalWriter.open(directory, SEGMENT_BYTES)).isInstanceOf(JournalCorrupt.class);
    }

    @Test
    void aMissingFileIsNoticedWhereItsEntriesAreMissed() throws IOException {
        write(1, 1_000).close();
        Files.delete(JournalSegment.filesIn(directory).file(283));

        List<JournalRecord> shown = new ArrayList<>();
        assertThatThrownBy(() -> Journal.open(directory).forEach(1, shown::add))
                .isInstanceOf(JournalCorrupt.class)
                .hasMessageContaining("where entry 283 was to come");
        assertThat(shown).hasSize(282);
    }

    @Test
    void readersSeeOnlyWholeRecordsWhileTheWriterWrites() throws IOException {
        try (JournalWriter writer = JournalWriter.open(directory, SEGMENT_BYTES)) {
            Journal journal = writer.journal();
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
                for (long last = 0; last < 5_000; last = journal.lastIndex()) {
                    try {
                        if (last > 0) {
                            assertThat(journal.read(last)).contains(entry(last));
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            });
            for (int index = 1; index <= 5_000; index++) {
                writer.append(entry(index));
                if (index % 7 == 0) {
                    writer.flush();
                }
            }
            writer.flush();
            reading.join();
        }
    }
}
