package org.tallystick.node.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.tallystick.node.storage.NumberedFiles;

/**
 * One file of a journal, named after its first entry. Its header is a magic word (8 bytes), the first entry's index (8)
 * and a CRC32C of both (4). Entries are found by a sparse index that grows as the segment is first read.
 */
final class JournalSegment {

    static final int HEADER_BYTES = 20;
    private static final String SUFFIX = ".journal";

    private static final byte[] MAGIC = "TALLYJ01".getBytes(StandardCharsets.US_ASCII);
    private static final int SPARSE_STEP = 64;

    private final Path file;
    private final long firstIndex;
    private volatile long validBytes;

    // Guarded by this: offsets of entries firstIndex, firstIndex + SPARSE_STEP, ..., and how far they were looked for.
    private long[] sparseOffsets = {HEADER_BYTES};
    private int sparseCount = 1;
    private long scannedBytes = HEADER_BYTES;
    private long scannedIndex;

    JournalSegment(Path file, long firstIndex, long validBytes) {
        this.file = file;
        this.firstIndex = firstIndex;
        this.validBytes = validBytes;
        this.scannedIndex = firstIndex - 1;
    }

    static NumberedFiles filesIn(Path directory) {
        return new NumberedFiles(directory, SUFFIX);
    }

    static ByteBuffer header(long firstIndex) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).put(MAGIC).putLong(firstIndex);
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, header.position());
        return header.putInt((int) crc.getValue()).flip();
    }

    /** Says what is wrong with the file's header, or null when it is right. */
    static @Nullable String faultOfHeader(Path file, long firstIndex) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(HEADER_BYTES);
            if (bytes.length < HEADER_BYTES) {
                return "the file is shorter than its header";
            }
            return Arrays.equals(bytes, header(firstIndex).array())
                    ? null
                    : "this is not the header of a journal that begins with entry %,d".formatted(firstIndex);
        }
    }

    Path file() {
        return file;
    }

    long firstIndex() {
        return firstIndex;
    }

    /** How much of the file may be read; what lies behind it may be half written. */
    long validBytes() {
        return validBytes;
    }

    void publish(long newValidBytes) {
        validBytes = newValidBytes;
    }

    /** A reader that stands at or shortly before the entry, which is in this segment. */
    RecordReader readerNear(long index) throws IOException {
        return new RecordReader(file, index <= firstIndex ? HEADER_BYTES : offsetNear(index), validBytes);
    }

    private synchronized long offsetNear(long index) throws IOException {
        if (index > scannedIndex) {
            scanTo(index);
        }
        int step = (int) Math.min((index - firstIndex) / SPARSE_STEP, sparseCount - 1L);
        return sparseOffsets[step];
    }

    private void scanTo(long index) throws IOException {
        try (RecordReader reader = new RecordReader(file, scannedBytes, validBytes)) {
            while (scannedIndex < index) {
                long offset = reader.offset();
                JournalRecord record = reader.next();
                if (record == null) {
                    return;
                }
                scannedBytes = reader.offset();
                if (record instanceof JournalEntry entry) {
                    scannedIndex = entry.index();
                    remember(offset);
                }
            }
        }
    }

    private void remember(long offset) {
        if (scannedIndex - firstIndex == (long) sparseCount * SPARSE_STEP) {
            if (sparseCount == sparseOffsets.length) {
                sparseOffsets = Arrays.copyOf(sparseOffsets, sparseCount * 2);
            }
            sparseOffsets[sparseCount++] = offset;
        }
    }
}
