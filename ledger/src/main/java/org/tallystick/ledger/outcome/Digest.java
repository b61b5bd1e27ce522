package org.tallystick.ledger.outcome;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. */
public final class Digest {

    public static final int LENGTH = 32;

    /** For entries that carry no bytes: all zero. */
    public static final Digest NONE = new Digest(new byte[LENGTH]);

    private final byte[] bytes;

    /**
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public Digest(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
