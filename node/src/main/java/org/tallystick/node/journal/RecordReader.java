package org.tallystick.node.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads the records of one segment file in order, from an offset to a limit, checking each. */
final class RecordReader implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 << 10;

    private final Path file;
    private final FileChannel channel;
    private final long limit;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long offset;

    RecordReader(Path file, long offset, long limit) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.offset = offset;
        this.limit = limit;
    }

    /** Where the next record begins. */
    long offset() {
        return offset;
    }

    /** The next record, or null at the limit. */
    @Nullable
    JournalRecord next() throws IOException {
        if (offset == limit) {
            return null;
        }
        if (limit - offset < RecordFormat.FRAME_BYTES) {
            throw new JournalCorrupt(file, offset, "the file ends inside a record");
        }
        ensure(RecordFormat.FRAME_BYTES);
        int bodyBytes = buffer.getInt(buffer.position());
        if (!RecordFormat.isPlausibleBodyLength(bodyBytes)) {
            throw new JournalCorrupt(file, offset, "a record cannot be %,d bytes long".formatted(bodyBytes));
        }
        int recordBytes = RecordFormat.FRAME_BYTES + bodyBytes;
        if (limit - offset < recordBytes) {
            throw new JournalCorrupt(file, offset, "the file ends inside a record");
        }
        ensure(recordBytes);
        JournalRecord record = RecordFormat.decode(buffer, buffer.position(), bodyBytes);
        if (record == null) {
            throw new JournalCorrupt(file, offset, "a record's checksum is wrong");
        }
        buffer.position(buffer.position() + recordBytes);
        offset += recordBytes;
        return record;
    }

    /** Has at least so many bytes from the offset on in the buffer; the caller knows they are in the file. */
    private void ensure(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(Math.max(bytes, BUFFER_BYTES));
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), limit - offset));
        long from = offset;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, from);
            if (read < 0) {
                break;
            }
            from += read;
        }
        buffer.flip();
        if (buffer.remaining() < bytes) {
            throw new JournalCorrupt(file, offset, "the file ends inside a record");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
