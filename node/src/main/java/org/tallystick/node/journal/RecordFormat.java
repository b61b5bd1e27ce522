package org.tallystick.node.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a record, big-endian: body length (4), CRC32C of the length and the body (4), body. A body is its kind (1),
 * index (8), time (8), then for an entry two length-prefixed (4) byte strings, for a mark the state hash (32).
 */
final class RecordFormat {

    static final int FRAME_BYTES = 8;
    static final int MAX_BODY_BYTES = 16 << 20;

    private static final int BODY_HEADER_BYTES = 17;
    private static final int HASH_BYTES = 32;

    /** Length of a mark with its frame. */
    static final int MARK_BYTES = FRAME_BYTES + BODY_HEADER_BYTES + HASH_BYTES;

    private static final int SMALLEST_BODY_BYTES = BODY_HEADER_BYTES + 2 * Integer.BYTES;

    private static final byte ENVELOPE = 1;
    private static final byte TICK = 2;
    private static final byte MARK = 3;

    private RecordFormat() {}

    static int encodedBytes(JournalRecord record) {
        return FRAME_BYTES
                + BODY_HEADER_BYTES
                + switch (record) {
                    case JournalEntry entry -> 2 * Integer.BYTES + entry.envelope().length + entry.receipt().length;
                    case JournalMark mark -> HASH_BYTES;
                };
    }

    /** Writes the record at the buffer's position; the buffer has room for {@link #encodedBytes}. */
    static void encode(JournalRecord record, ByteBuffer out) {
        int start = out.position();
        out.putInt(encodedBytes(record) - FRAME_BYTES).putInt(0);
        switch (record) {
            case JournalEntry entry -> {
                out.put(entry.kind() == JournalEntry.Kind.TICK ? TICK : ENVELOPE);
                out.putLong(entry.index()).putLong(entry.timeMillis());
                out.putInt(entry.envelope().length).put(entry.envelope());
                out.putInt(entry.receipt().length).put(entry.receipt());
            }
            case JournalMark mark -> {
                out.put(MARK).putLong(mark.index()).putLong(mark.timeMillis());
                out.put(mark.stateHash());
            }
        }
        int end = out.position();
        out.putInt(start + Integer.BYTES, checksum(out, start, end - start - FRAME_BYTES));
    }

    static boolean isPlausibleBodyLength(int bodyBytes) {
        return bodyBytes >= SMALLEST_BODY_BYTES && bodyBytes <= MAX_BODY_BYTES;
    }

    /** Reads the record whose frame begins at {@code start} and lies in the buffer; null when its checksum is wrong. */
    static @Nullable JournalRecord decode(ByteBuffer in, int start, int bodyBytes) {
        if (in.getInt(start + Integer.BYTES) != checksum(in, start, bodyBytes)) {
            return null;
        }
        ByteBuffer body = in.slice(start + FRAME_BYTES, bodyBytes);
        byte kind = body.get();
        long index = body.getLong();
        long timeMillis = body.getLong();
        return switch (kind) {
            case ENVELOPE -> entry(index, timeMillis, JournalEntry.Kind.ENVELOPE, body);
            case TICK -> entry(index, timeMillis, JournalEntry.Kind.TICK, body);
            case MARK -> body.remaining() == HASH_BYTES ? new JournalMark(index, timeMillis, rest(body)) : null;
            default -> null;
        };
    }

    /** Whether a whole mark begins at {@code start}; {@link #MARK_BYTES} from there on lie in the buffer. */
    static boolean isMark(ByteBuffer in, int start) {
        int bodyBytes = MARK_BYTES - FRAME_BYTES;
        return in.getInt(start) == bodyBytes
                && in.get(start + FRAME_BYTES) == MARK
                && decode(in, start, bodyBytes) != null;
    }

    private static @Nullable JournalEntry entry(long index, long timeMillis, JournalEntry.Kind kind, ByteBuffer body) {
        byte @Nullable [] envelope = prefixed(body);
        byte @Nullable [] receipt = envelope == null ? null : prefixed(body);
        return envelope == null || receipt == null || body.hasRemaining()
                ? null
                : new JournalEntry(index, timeMillis, kind, envelope, receipt);
    }

    private static byte @Nullable [] prefixed(ByteBuffer body) {
        if (body.remaining() < Integer.BYTES) {
            return null;
        }
        int length = body.getInt();
        if (length < 0 || length > body.remaining()) {
            return null;
        }
        byte[] bytes = new byte[length];
        body.get(bytes);
        return bytes;
    }

    private static byte[] rest(ByteBuffer body) {
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        return bytes;
    }

    private static int checksum(ByteBuffer buffer, int start, int bodyBytes) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(start, Integer.BYTES));
        crc.update(buffer.slice(start + FRAME_BYTES, bodyBytes));
        return (int) crc.getValue();
    }
}
