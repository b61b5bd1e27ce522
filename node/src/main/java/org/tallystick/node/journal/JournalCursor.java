package org.tallystick.node.journal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a journal's records in order. Used by one thread; holds a file open until it is closed. */
public final class JournalCursor implements AutoCloseable {

    private static final long UNKNOWN = -1;

    private final List<JournalSegment> segments;
    private final long from;
    private int segmentAt;
    private long lastIndex = UNKNOWN;
    private @Nullable RecordReader reader;

    JournalCursor(List<JournalSegment> segments, long from) {
        this.segments = segments;
        this.from = from;
        while (segmentAt + 1 < segments.size() && segments.get(segmentAt + 1).firstIndex() <= from) {
            segmentAt++;
        }
    }

    /**
     * The next record; null at the end of what was readable when the cursor came to its newest segment.
     *
     * @throws JournalCorrupt when the bytes are not what was written
     */
    public @Nullable JournalRecord next() throws IOException {
        while (segmentAt < segments.size()) {
            JournalRecord record = nextInSegment(segments.get(segmentAt));
            if (record == null) {
                leaveSegment();
            } else if (record.index() >= from) {
                return record;
            }
        }
        return null;
    }

    private @Nullable JournalRecord nextInSegment(JournalSegment segment) throws IOException {
        RecordReader in = reader == null ? open(segment) : reader;
        long offset = in.offset();
        JournalRecord record = in.next();
        if (record != null) {
            if (lastIndex != UNKNOWN) {
                TailInspection.checkOrder(segment, offset, lastIndex, record);
            }
            if (record instanceof JournalEntry entry) {
                lastIndex = entry.index();
            }
        }
        return record;
    }

    private RecordReader open(JournalSegment segment) throws IOException {
        String faultOfHeader = JournalSegment.faultOfHeader(segment.file(), segment.firstIndex());
        if (faultOfHeader != null) {
            throw new JournalCorrupt(segment.file(), 0, faultOfHeader);
        }
        RecordReader opened = segment.readerNear(from);
        reader = opened;
        return opened;
    }

    private void leaveSegment() throws IOException {
        close();
        segmentAt++;
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
