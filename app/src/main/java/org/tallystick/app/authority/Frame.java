package org.tallystick.app.authority;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One message on the local socket: a byte that says what it is, four bytes of length (big-endian), then so many bytes.
 * Every request is answered by one reply, in the order of the requests.
 *
 * @param kind one of the constants here
 * @param body see the constant
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Frame(byte kind, byte[] body) {

    /** Request: the body is an envelope. */
    static final byte SUBMIT = 'E';

    /** Request: take a snapshot; no body. */
    static final byte SNAPSHOT = 'S';

    /** Reply: done; the body is the receipt, or the index of the snapshot's last entry in eight bytes. */
    static final byte DONE = '+';

    /** Reply: not done; the body is a stable code, a space and a sentence, in UTF-8. */
    static final byte REFUSED = '-';

    /** Longest body: the longest receipt there can be is far below. */
    private static final int MAX_BYTES = 64 << 20;

    void write(DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeInt(body.length);
        out.write(body);
    }

    /** The next frame, or null at the end. */
    static @Nullable Frame read(DataInputStream in) throws IOException {
        int kind = in.read();
        if (kind < 0) {
            return null;
        }
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a message of " + length + " bytes is not one of this protocol");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("a message ends before its end");
        }
        return new Frame((byte) kind, body);
    }
}
