package org.tallystick.wire.codec;

import com.google.protobuf.MessageLite;
import com.google.protobuf.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a protobuf message from its last byte to its first. A message within another has its length before it: written
 * in this order, the length is known when it is its turn, and nothing is measured beforehand.
 *
 * <p>Fields are written in the order of their numbers, from the last to the first. A number that is zero and a text that is empty are
 * not written, as proto3 has it.
 */
final class Backwards {

    private static final int BITS_A_BYTE = 7;
    private static final int MORE = 0x80;

    private byte[] bytes;
    private int start;

    /**
     * @param room bytes for which there is room at once
     */
    Backwards(int room) {
        bytes = new byte[room];
        start = room;
    }

    /** How many bytes have been written. */
    int length() {
        return bytes.length - start;
    }

    /** A field of type int32, int64, uint32 or uint64. */
    void number(int field, long value) {
        if (value != 0) {
            varint(value);
            tag(field, WireFormat.WIRETYPE_VARINT);
        }
    }

    /** A field of type string. */
    void text(int field, String value) {
        if (!value.isEmpty()) {
            bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A field of type bytes, or of a message that is written already; written even if there are none. */
    void bytes(int field, byte[] value) {
        make(value.length);
        System.arraycopy(value, 0, bytes, start, value.length);
        message(field, length() - value.length);
    }

    /** A field whose message the protobuf library writes. */
    void message(int field, MessageLite message) {
        bytes(field, message.toByteArray());
    }

    /**
     * A field whose message is what has been written lately.
     *
     * @param before how many bytes had been written when it was begun
     */
    void message(int field, int before) {
        varint(length() - before);
        tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    }

    private void tag(int field, int type) {
        varint((long) field << 3 | type);
    }

    /** Seven bits a byte, the lowest first. */
    private void varint(long value) {
        int length = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + BITS_A_BYTE - 1) / BITS_A_BYTE);
        make(length);
        long rest = value;
        for (int i = start; i < start + length - 1; i++) {
            bytes[i] = (byte) (rest | MORE);
            rest >>>= BITS_A_BYTE;
        }
        bytes[start + length - 1] = (byte) rest;
    }

    /** Makes room for so many bytes before all others. */
    private void make(int length) {
        if (start < length) {
            int written = length();
            byte[] larger = new byte[Math.max(2 * bytes.length, written + length)];
            System.arraycopy(bytes, start, larger, larger.length - written, written);
            bytes = larger;
            start = larger.length - written;
        }
        start -= length;
    }

    /** What has been written. */
    byte[] toByteArray() {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }
}
