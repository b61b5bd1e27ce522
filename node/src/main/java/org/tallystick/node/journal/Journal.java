package org.tallystick.node.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tallystick.node.storage.NumberedFiles;

/**
 * A journal to read: of a node that runs in this process, or of a data directory that no node runs on. Safe for any
 * number of threads; a reader sees whole records only.
 */
public final class Journal {

    private volatile List<JournalSegment> segments;
    private volatile long lastIndex;

    Journal(List<JournalSegment> segments, long lastIndex) {
        this.segments = List.copyOf(segments);
        this.lastIndex = lastIndex;
    }

    /**
     * Opens the journal in this directory without changing it. A torn tail, as a crash leaves, is not shown.
     *
     * @param directory the journal's own directory, inside the data directory
     * @throws JournalCorrupt when its newest file is damaged before a mark
     * @throws IOException when the directory cannot be read
     */
    public static Journal open(Path directory) throws IOException {
        List<JournalSegment> segments = listSegments(directory);
        while (!segments.isEmpty()) {
            JournalSegment last = segments.getLast();
            TailInspection tail = TailInspection.of(last);
            if (tail.damage() != null && !tail.torn()) {
                throw tail.damage();
            }
            last.publish(tail.validBytes());
            if (tail.validBytes() > 0) {
                return new Journal(segments, tail.lastIndex());
            }
            segments.removeLast();
        }
        return new Journal(segments, 0);
    }

    /** The journal of a node that has never run: no entries, and no files. */
    public static Journal empty() {
        return new Journal(List.of(), 0);
    }

    /** The last entry that can be read; zero when there is none. */
    public long lastIndex() {
        return lastIndex;
    }

    /**
     * The entry with this index; empty when it is not, or not yet, in the journal.
     *
     * @throws JournalCorrupt when the bytes are not what was written
     */
    public Optional<JournalEntry> read(long index) throws IOException {
        if (index < 1 || index > lastIndex) {
            return Optional.empty();
        }
        try (JournalCursor cursor = cursor(index)) {
            for (JournalRecord record = cursor.next(); record != null; record = cursor.next()) {
                if (record instanceof JournalEntry entry) {
                    return Optional.of(entry);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Shows every record from the entry {@code from} on, up to the last one that could be read when the call began.
     *
     * @throws JournalCorrupt when the bytes are not what was written; all records before them have been shown
     */
    public void forEach(long from, Consumer<? super JournalRecord> consumer) throws IOException {
        try (JournalCursor cursor = cursor(from)) {
            for (JournalRecord record = cursor.next(); record != null; record = cursor.next()) {
                consumer.accept(record);
            }
        }
    }

    /** The marks, in the order of the entries after which they hold. Reads the whole journal. */
    public List<JournalMark> marks() throws IOException {
        List<JournalMark> marks = new ArrayList<>();
        forEach(1, record -> {
            if (record instanceof JournalMark mark) {
                marks.add(mark);
            }
        });
        marks.sort(Comparator.comparingLong(JournalMark::index));
        return marks;
    }

    /** Waits until what can be read is on disk, while the writer goes on. */
    public void force() throws IOException {
        List<JournalSegment> present = segments;
        if (!present.isEmpty()) {
            try (FileChannel newest = FileChannel.open(present.getLast().file(), StandardOpenOption.READ)) {
                newest.force(false);
            }
        }
    }

    /** A cursor that stands before the entry {@code from}. */
    public JournalCursor cursor(long from) throws IOException {
        return new JournalCursor(segments, Math.max(1, from));
    }

    /** Published by the writer after the bytes are in the file. */
    void publish(long newLastIndex) {
        lastIndex = newLastIndex;
    }

    void add(JournalSegment segment) {
        List<JournalSegment> longer = new ArrayList<>(segments);
        longer.add(segment);
        segments = List.copyOf(longer);
    }

    /** The segments on disk in order, each taken as whole. */
    static List<JournalSegment> listSegments(Path directory) throws IOException {
        NumberedFiles files = JournalSegment.filesIn(directory);
        List<JournalSegment> segments = new ArrayList<>();
        try {
            for (long firstIndex : files.indices()) {
                Path file = files.file(firstIndex);
                segments.add(new JournalSegment(file, firstIndex, Files.size(file)));
            }
        } catch (NoSuchFileException none) {
            throw new NoSuchFileException(none.getFile(), null, "there is no journal in this directory");
        }
        return segments;
    }
}
