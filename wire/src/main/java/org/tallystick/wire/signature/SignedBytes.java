package org.tallystick.wire.signature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What is signed: the payload bytes after a prefix that says what they are, so that a signature for the ledger can never
 * be taken for a signature of anything else made with the same key.
 */
public final class SignedBytes {

    private static final byte[] DOMAIN = "tallystick/payload/v1\0".getBytes(StandardCharsets.US_ASCII);

    private SignedBytes() {}

    public static byte[] of(byte[] payload) {
        byte[] signed = Arrays.copyOf(DOMAIN, DOMAIN.length + payload.length);
        System.arraycopy(payload, 0, signed, DOMAIN.length, payload.length);
        return signed;
    }
}
