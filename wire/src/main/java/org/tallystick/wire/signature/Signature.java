package org.tallystick.wire.signature;

import java.util.Arrays;
import org.tallystick.ledger.party.PublicKey;

/** A signature, and the key that is said to have made it. */
public final class Signature {

    public static final int LENGTH = 64;

    private final PublicKey key;
    private final byte[] bytes;

    /**
     * @throws IllegalArgumentException unless there are {@value #LENGTH} bytes
     */
    public Signature(PublicKey key, byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 signature has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.key = key;
        this.bytes = bytes.clone();
    }

    public PublicKey key() {
        return key;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signature signature
                && key.equals(signature.key)
                && Arrays.equals(bytes, signature.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + Arrays.hashCode(bytes);
    }
}
