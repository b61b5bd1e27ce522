package org.tallystick.ledger.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Consumer;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.store.StateSink;

/** The state hash: SHA-256 over the canonical form, numbers as 8 bytes big-endian, texts and bytes preceded by a length. */
public final class StateDigest implements StateSink {

    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    private StateDigest() {}

    /** The digest of what {@code state} puts. */
    public static Digest of(Consumer<StateSink> state) {
        StateDigest digest = new StateDigest();
        state.accept(digest);
        return digest.finish();
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
        if (buffer.remaining() < value.length) {
            flush();
        }
        if (buffer.remaining() < value.length) {
            digest.update(value);
        } else {
            buffer.put(value);
        }
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private Digest finish() {
        flush();
        return new Digest(digest.digest());
    }
}
