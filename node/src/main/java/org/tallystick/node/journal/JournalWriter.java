package org.tallystick.node.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.node.storage.WholeFile;

/**
 * Appends to a journal. Used by one thread. What is appended can be read after {@link #flush}, and is on disk after
 * {@link #force}; a full segment is forced before the next one is begun, so only the newest can be torn.
 */
public final class JournalWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);
    private static final int BUFFER_BYTES = 1 << 20;

    private final Path directory;
    private final long segmentBytes;
    private final Journal journal;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long lastIndex;
    private @Nullable JournalMark lastMark;
    private @Nullable JournalSegment segment;
    private @Nullable FileChannel channel;
    private long writtenBytes;

    private JournalWriter(Path directory, long segmentBytes, Journal journal, @Nullable JournalMark lastMark) {
        this.directory = directory;
        this.segmentBytes = segmentBytes;
        this.journal = journal;
        this.lastIndex = journal.lastIndex();
        this.lastMark = lastMark;
    }

    /**
     * Opens the journal in this directory to write on, and cuts a torn tail off.
     *
     * @param segmentBytes a new file is begun when one has grown to this
     * @throws JournalCorrupt when it is damaged where cutting might lose what cannot be written again; nothing is
     *     changed
     */
    public static JournalWriter open(Path directory, long segmentBytes) throws IOException {
        Files.createDirectories(directory);
        List<JournalSegment> segments = Journal.listSegments(directory);
        while (!segments.isEmpty()) {
            JournalSegment last = segments.getLast();
            TailInspection tail = TailInspection.of(last);
            if (tail.damage() != null) {
                cutTornTail(last, tail, tail.damage());
            }
            if (tail.validBytes() > 0) {
                JournalWriter writer = new JournalWriter(
                        directory, segmentBytes, new Journal(segments, tail.lastIndex()), tail.lastMark());
                writer.continueIn(last, tail.validBytes());
                return writer;
            }
            Files.delete(last.file());
            segments.removeLast();
        }
        return new JournalWriter(directory, segmentBytes, new Journal(segments, 0), null);
    }

    private static void cutTornTail(JournalSegment segment, TailInspection tail, JournalCorrupt damage)
            throws IOException {
        if (!tail.torn()) {
            throw damage;
        }
        LOG.info(
                "{}; nothing behind it was marked as safe, so the tail is cut off and written again from the log",
                damage.getMessage());
        try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.WRITE)) {
            channel.truncate(tail.validBytes());
            channel.force(true);
        }
    }

    /** The journal to read, for any thread. */
    public Journal journal() {
        return journal;
    }

    /** The last entry appended; zero before the first. */
    public long lastIndex() {
        return lastIndex;
    }

    /** Appends the entry that follows the last one. */
    public void append(JournalEntry entry) throws IOException {
        if (entry.index() != lastIndex + 1) {
            throw new IllegalArgumentException(entry + " cannot follow entry " + lastIndex);
        }
        if (channel == null || writtenBytes + buffer.position() >= segmentBytes) {
            beginSegment();
        }
        put(entry);
        lastIndex = entry.index();
    }

    /** Appends a mark of the state after the last entry or one before, unless that very mark was the last one. */
    public void append(JournalMark mark) throws IOException {
        if (mark.index() > lastIndex) {
            throw new IllegalArgumentException(mark + " cannot follow entry " + lastIndex);
        }
        if (mark.equals(lastMark)) {
            return;
        }
        if (channel == null) {
            beginSegment();
        }
        put(mark);
        lastMark = mark;
    }

    private void put(JournalRecord record) throws IOException {
        int bytes = RecordFormat.encodedBytes(record);
        if (bytes > RecordFormat.FRAME_BYTES + RecordFormat.MAX_BODY_BYTES) {
            throw new IOException("%s is longer than a journal's record can be".formatted(record));
        }
        if (bytes > buffer.remaining()) {
            drain();
        }
        if (bytes > buffer.capacity()) {
            ByteBuffer large = ByteBuffer.allocate(bytes);
            RecordFormat.encode(record, large);
            write(large.flip());
        } else {
            RecordFormat.encode(record, buffer);
        }
    }

    /** Hands what was appended to the operating system and shows it to readers. */
    public void flush() throws IOException {
        drain();
        if (segment != null) {
            segment.publish(writtenBytes);
        }
        journal.publish(lastIndex);
    }

    /** As {@link #flush}, and waits until it is on disk. */
    public void force() throws IOException {
        flush();
        if (channel != null) {
            channel.force(false);
        }
    }

    private void beginSegment() throws IOException {
        force();
        closeChannel();
        Path file = JournalSegment.filesIn(directory).file(lastIndex + 1);
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel = opened;
        writtenBytes = 0;
        write(JournalSegment.header(lastIndex + 1));
        opened.force(true);
        WholeFile.forceDirectory(directory);
        JournalSegment begun = new JournalSegment(file, lastIndex + 1, writtenBytes);
        segment = begun;
        journal.add(begun);
    }

    private void continueIn(JournalSegment last, long validBytes) throws IOException {
        last.publish(validBytes);
        segment = last;
        writtenBytes = validBytes;
        channel = FileChannel.open(last.file(), StandardOpenOption.WRITE).position(validBytes);
    }

    private void drain() throws IOException {
        if (buffer.position() > 0) {
            buffer.flip();
            write(buffer);
            buffer.clear();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        FileChannel out = channel;
        if (out == null) {
            throw new IOException("the journal is closed");
        }
        while (bytes.hasRemaining()) {
            writtenBytes += out.write(bytes);
        }
    }

    private void closeChannel() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    /** Closes the file. What was appended since the last {@link #flush} may be lost: the log has it. */
    @Override
    public void close() throws IOException {
        closeChannel();
    }
}
