package org.tallystick.readmodel.projection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows in PostgreSQL's binary format for COPY (its documentation, "COPY", "Binary Format"). */
final class CopyRows implements Rows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final short END = -1;
    private static final int NULL = -1;
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int FIRST_BYTES = 16 * 1024;

    private final short columns;
    private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);
    private boolean inRow;

    CopyRows(int columns) {
        this.columns = (short) columns;
        bytes.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Everything, with its end. */
    ByteBuffer finish() {
        room(Short.BYTES).putShort(END);
        return bytes.flip();
    }

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            ByteBuffer more = ByteBuffer.allocate(Math.max(bytes.capacity() * 2, bytes.position() + count));
            bytes = more.put(bytes.flip());
        }
        return bytes;
    }

    /** Where a value of so many bytes goes. */
    private ByteBuffer value(int length) {
        ByteBuffer to = room(Short.BYTES + Integer.BYTES + length);
        if (!inRow) {
            inRow = true;
            to.putShort(columns);
        }
        return to.putInt(length);
    }

    @Override
    public Rows add(long value) {
        value(Long.BYTES).putLong(value);
        return this;
    }

    @Override
    public Rows add(int value) {
        value(Integer.BYTES).putInt(value);
        return this;
    }

    @Override
    public Rows add(boolean value) {
        value(1).put((byte) (value ? 1 : 0));
        return this;
    }

    @Override
    public Rows add(byte[] value) {
        value(value.length).put(value);
        return this;
    }

    @Override
    public Rows add(@Nullable String value) {
        return value == null ? addNull() : add(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Rows add(@Nullable LocalDate value) {
        return value == null ? addNull() : add(Math.toIntExact(value.toEpochDay() - EPOCH_DAY_2000));
    }

    @Override
    public Rows addNull() {
        ByteBuffer to = room(Short.BYTES + Integer.BYTES);
        if (!inRow) {
            inRow = true;
            to.putShort(columns);
        }
        to.putInt(NULL);
        return this;
    }

    @Override
    public void end() {
        inRow = false;
    }
}
