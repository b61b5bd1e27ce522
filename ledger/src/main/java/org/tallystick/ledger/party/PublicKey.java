package org.tallystick.ledger.party;

import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 public key: 32 bytes (RFC 8032). */
public final class PublicKey implements Comparable<PublicKey> {

    public static final int LENGTH = 32;

    private final byte[] bytes;

    /**
     * @throws IllegalArgumentException unless there are 32 bytes
     */
    public PublicKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(PublicKey other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicKey key && Arrays.equals(bytes, key.bytes);
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
