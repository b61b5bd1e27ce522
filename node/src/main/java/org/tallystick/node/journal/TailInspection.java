package org.tallystick.node.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * What the last segment holds, and where it stops being readable.
 *
 * <p>What lies behind the last mark may not have reached the disk before a power cut, and the log can write it again:
 * damage there is a <i>torn tail</i>, to be cut off. Damage before a mark was once safely on disk: it is corruption,
 * and nobody but an operator may decide what to do about it.
 *
 * @param validBytes how much of the file is whole
 * @param lastIndex the last whole entry
 * @param lastMark the last whole mark
 * @param damage what is wrong behind {@code validBytes}, if anything lies there
 * @param torn whether the damage may be cut off
 */
record TailInspection(
        long validBytes,
        long lastIndex,
        @Nullable JournalMark lastMark,
        @Nullable JournalCorrupt damage,
        boolean torn) {

    static TailInspection of(JournalSegment segment) throws IOException {
        long fileBytes = Files.size(segment.file());
        String faultOfHeader = JournalSegment.faultOfHeader(segment.file(), segment.firstIndex());
        if (faultOfHeader != null) {
            JournalCorrupt damage = new JournalCorrupt(segment.file(), 0, faultOfHeader);
            return new TailInspection(0, segment.firstIndex() - 1, null, damage, !hasMarkAfter(segment, 0, fileBytes));
        }
        long lastIndex = segment.firstIndex() - 1;
        JournalMark lastMark = null;
        long validBytes = JournalSegment.HEADER_BYTES;
        try (RecordReader reader = new RecordReader(segment.file(), validBytes, fileBytes)) {
            for (JournalRecord record = reader.next(); record != null; record = reader.next()) {
                checkOrder(segment, validBytes, lastIndex, record);
                switch (record) {
                    case JournalEntry entry -> lastIndex = entry.index();
                    case JournalMark mark -> lastMark = mark;
                }
                validBytes = reader.offset();
            }
            return new TailInspection(validBytes, lastIndex, lastMark, null, false);
        } catch (JournalCorrupt damage) {
            boolean torn = !hasMarkAfter(segment, validBytes, fileBytes);
            return new TailInspection(validBytes, lastIndex, lastMark, damage, torn);
        }
    }

    static void checkOrder(JournalSegment segment, long offset, long lastIndex, JournalRecord record)
            throws JournalCorrupt {
        boolean inOrder = switch (record) {
            case JournalEntry entry -> entry.index() == lastIndex + 1;
            case JournalMark mark -> mark.index() <= lastIndex;
        };
        if (!inOrder) {
            throw new JournalCorrupt(
                    segment.file(), offset, "%s where entry %,d was to come".formatted(record, lastIndex + 1));
        }
    }

    /** Whether a whole mark begins anywhere behind the damage: what lies between need not make sense. */
    private static boolean hasMarkAfter(JournalSegment segment, long damagedAt, long fileBytes) throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(fileBytes - damagedAt));
        try (FileChannel channel = FileChannel.open(segment.file(), StandardOpenOption.READ)) {
            channel.position(damagedAt);
            while (rest.hasRemaining() && channel.read(rest) >= 0) {
                // read on
            }
        }
        rest.flip();
        for (int at = 0; at + RecordFormat.MARK_BYTES <= rest.limit(); at++) {
            if (RecordFormat.isMark(rest, at)) {
                return true;
            }
        }
        return false;
    }
}
