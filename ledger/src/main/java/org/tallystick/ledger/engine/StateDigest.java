package org.tallystick.ledger.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.store.StateSink;

/** The state hash: SHA-256 over the canonical form, numbers as 8 bytes big-endian, texts and bytes preceded by a length. */
final class StateDigest implements StateSink {

    /** Copied, never fed: to look the algorithm up among the providers takes longer than to digest a short message. */
    private static final MessageDigest EMPTY = lookUp();

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    /** A digest that was fed nothing. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) EMPTY.clone();
        } catch (CloneNotSupportedException fixed) {
            return lookUp();
        }
    }

    private static MessageDigest lookUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void putLong(long value) {
        if (buffer.remaining() < Long.BYTES) {
            flush();
        }
        buffer.putLong(value);
    }

    @Override
    public void putText(String value) {
        putBytes(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void putBytes(byte[] value) {
        putLong(value.length);
        flush();
        digest.update(value);
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    Digest finish() {
        flush();
        return new Digest(digest.digest());
    }
}
