package org.tallystick.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.tallystick.wire.codec.MalformedMessage;

/** Messages one after another, each after its length: how protobuf libraries write a stream of messages. */
public final class Frames {

    private static final int MOST_LENGTH_BYTES = 5;

    private Frames() {}

    /**
     * The next message of a stream.
     *
     * @param most bytes that a message may have
     * @return null at the end of the stream
     * @throws MalformedMessage for a length that is none, or is greater
     * @throws EOFException where the stream ends within a message
     */
    public static byte @Nullable [] read(InputStream in, int most) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        long length = length(first, in);
        if (length > most) {
            throw new MalformedMessage("a message of " + length + " bytes; at most " + most + " are taken");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("the stream ends within a message");
        }
        return bytes;
    }

    private static long length(int first, InputStream in) throws IOException {
        long length = 0;
        int next = first;
        for (int i = 0; i < MOST_LENGTH_BYTES; i++) {
            if (next < 0) {
                throw new EOFException("the stream ends within the length of a message");
            }
            length |= (next & 0x7fL) << (7 * i);
            if (next < 0x80) {
                return length;
            }
            next = in.read();
        }
        throw new MalformedMessage("the length of a message has more than " + MOST_LENGTH_BYTES + " bytes");
    }

    /** Writes a message after its length. */
    public static void write(OutputStream out, byte[] message) throws IOException {
        int length = message.length;
        while (length >= 0x80) {
            out.write(length & 0x7f | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.write(message);
    }
}
