package org.tallystick.ledger.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.store.StateSink;

/** The state hash: SHA-256 over the canonical form, numbers as 8 bytes big-endian, texts and bytes preceded by a length. */
final class StateDigest implements StateSink {

    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

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
