package org.tallystick.node.cluster;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** A message to the log: the sender's correlation id (8 bytes, big-endian), then the envelope. */
final class IngressFrame {

    static final int HEADER_BYTES = Long.BYTES;

    /** Stands for the id of a message too short to have one: no sender of ours sends it. */
    static final long NO_CORRELATION = -1;

    private IngressFrame() {}

    static int encode(MutableDirectBuffer out, long correlationId, byte[] envelope) {
        out.putLong(0, correlationId, ByteOrder.BIG_ENDIAN);
        out.putBytes(HEADER_BYTES, envelope);
        return HEADER_BYTES + envelope.length;
    }

    static long correlationId(DirectBuffer buffer, int offset, int length) {
        return length < HEADER_BYTES ? NO_CORRELATION : buffer.getLong(offset, ByteOrder.BIG_ENDIAN);
    }

    /** The envelope; empty when the message is too short: the machine says that it is malformed. */
    static byte[] envelope(DirectBuffer buffer, int offset, int length) {
        byte[] envelope = new byte[Math.max(0, length - HEADER_BYTES)];
        buffer.getBytes(offset + Math.min(length, HEADER_BYTES), envelope);
        return envelope;
    }
}
