package org.tallystick.wire.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSource;

/**
 * Reads what a {@link StateWriter} wrote. Whatever the bytes are, each call gives an item or throws {@link BadSnapshot}
 * with the position; a length that lies costs no more memory than there are bytes. A stream that fails makes it throw
 * {@link UncheckedIOException}.
 */
public final class StateReader implements StateSource {

    private static final int PIECE = 64 * 1024;
    private static final VarHandle LITTLE_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private final byte[] buffer = new byte[PIECE];
    private long remaining;
    private long bufferStart;
    private int next;
    private int limit;

    /**
     * @param contentLength how many bytes of the stream are content; no more is taken from it
     */
    public StateReader(InputStream in, long contentLength) {
        this.in = in;
        this.remaining = contentLength;
    }

    /** Bytes of the content that have been read so far. */
    public long position() {
        return bufferStart + next;
    }

    /**
     * That all of the content has been read.
     *
     * @throws BadSnapshot if some is left
     */
    public void requireEnd() {
        if (next < limit || remaining > 0) {
            throw bad("the state ends here but the content goes on");
        }
    }

    @Override
    public long getLong() {
        int head = nextByte();
        if (head < Heads.SMALL) {
            return Heads.unzigzag(head);
        }
        if (head >= Heads.TEXT) {
            throw bad("a number is due, and something else stands here");
        }
        int bytes = head - Heads.SMALL + 1;
        long zigzag = littleEndian(bytes);
        boolean couldBeShorter = bytes == 1 ? zigzag < Heads.SMALL : zigzag >>> 8 * (bytes - 1) == 0;
        if (couldBeShorter) {
            throw bad("a number is written longer than it need be");
        }
        return Heads.unzigzag(zigzag);
    }

    /** The next 1 to 8 bytes as a number. */
    private long littleEndian(int bytes) {
        if (limit - next >= Long.BYTES) {
            long eight = (long) LITTLE_ENDIAN.get(buffer, next);
            next += bytes;
            return eight & -1L >>> Long.SIZE - Byte.SIZE * bytes;
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) nextByte() << Byte.SIZE * i;
        }
        return number;
    }

    @Override
    public String getText() {
        byte[] utf8 = get(Heads.TEXT, "a text");
        if (isAscii(utf8)) {
            return new String(utf8, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw bad("a text is not UTF-8");
        }
    }

    /** Nearly every text is, and then it needs no decoder. */
    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public byte[] getBytes() {
        return get(Heads.BYTES, "bytes");
    }

    private byte[] get(int head, String what) {
        if (nextByte() != head) {
            throw bad(what + " is due, and something else stands here");
        }
        long length = getLong();
        if (length < 0 || length > limit - next + remaining || length > Integer.MAX_VALUE - 8) {
            throw bad("a length of " + length + " is more than there is");
        }
        return take((int) length);
    }

    private byte[] take(int length) {
        byte[] bytes = new byte[Math.min(length, PIECE)];
        int have = 0;
        while (have < length) {
            if (next == limit) {
                fill();
            }
            int step = Math.min(length - have, limit - next);
            if (have + step > bytes.length) {
                // Grows only as bytes really come, so that a header that lies about the content cannot exhaust memory.
                bytes = Arrays.copyOf(bytes, (int) Math.min(length, Math.max(2L * bytes.length, have + step)));
            }
            System.arraycopy(buffer, next, bytes, have, step);
            next += step;
            have += step;
        }
        return bytes;
    }

    private int nextByte() {
        if (next == limit) {
            fill();
        }
        return Byte.toUnsignedInt(buffer[next++]);
    }

    private void fill() {
        bufferStart += limit;
        next = 0;
        limit = 0;
        if (remaining == 0) {
            throw bad("the content ends too early");
        }
        try {
            int read = in.read(buffer, 0, (int) Math.min(PIECE, remaining));
            if (read < 0) {
                throw bad("the snapshot is cut off");
            }
            limit = read;
            remaining -= read;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BadSnapshot bad(String what) {
        return new BadSnapshot(what + " (byte " + position() + " of the content)");
    }
}
