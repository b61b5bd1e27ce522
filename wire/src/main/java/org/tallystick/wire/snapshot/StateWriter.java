package org.tallystick.wire.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tallystick.ledger.store.StateSink;

/**
 * Writes state to a stream, item by item, in the form {@link Heads} describes. Buffered: {@link #flush} when done. A
 * stream that fails makes it throw {@link UncheckedIOException}.
 */
public final class StateWriter implements StateSink {

    private static final int LONGEST_NUMBER = 9;

    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int filled;
    private long flushed;

    public StateWriter(OutputStream out) {
        this.out = out;
    }

    /** Bytes written so far. */
    public long written() {
        return flushed + filled;
    }

    @Override
    public void putLong(long value) {
        if (filled > buffer.length - LONGEST_NUMBER) {
            empty();
        }
        long zigzag = Heads.zigzag(value);
        if (Long.compareUnsigned(zigzag, Heads.SMALL) < 0) {
            buffer[filled++] = (byte) zigzag;
            return;
        }
        int bytes = (Long.SIZE - Long.numberOfLeadingZeros(zigzag) + 7) / 8;
        buffer[filled++] = (byte) (Heads.SMALL + bytes - 1);
        for (int i = 0; i < bytes; i++) {
            buffer[filled++] = (byte) (zigzag >>> 8 * i);
        }
    }

    @Override
    public void putText(String value) {
        put(Heads.TEXT, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void putBytes(byte[] value) {
        put(Heads.BYTES, value);
    }

    private void put(int head, byte[] value) {
        if (filled == buffer.length) {
            empty();
        }
        buffer[filled++] = (byte) head;
        putLong(value.length);
        if (value.length > buffer.length - filled) {
            empty();
        }
        if (value.length > buffer.length) {
            write(value, value.length);
            return;
        }
        System.arraycopy(value, 0, buffer, filled, value.length);
        filled += value.length;
    }

    /** Hands everything to the stream, and flushes that. */
    public void flush() {
        empty();
        try {
            out.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void empty() {
        write(buffer, filled);
        filled = 0;
    }

    private void write(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        flushed += length;
    }
}
