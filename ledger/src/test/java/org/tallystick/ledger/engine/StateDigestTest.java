package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.outcome.Digest;

/** The state hash is the SHA-256 of numbers of eight bytes, and of texts and bytes after their lengths, however long. */
class StateDigestTest {

    private static final int VALUES = 3_000;
    private static final int LONGEST = 20_000;

    @Test
    void itIsTheDigestOfAllThatWasPutOneAfterAnother() throws IOException, NoSuchAlgorithmException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < VALUES; i++) {
                out.writeLong(i);
                byte[] value = bytes(random);
                out.writeLong(value.length);
                out.write(value);
                byte[] text = "caf\u00e9 %d".formatted(i).getBytes(StandardCharsets.UTF_8);
                out.writeLong(text.length);
                out.write(text);
            }
        }

        Digest digest = StateDigest.of(sink -> {
            SplittableRandom random = new SplittableRandom(7);
            for (int i = 0; i < VALUES; i++) {
                sink.putLong(i);
                sink.putBytes(bytes(random));
                sink.putText("caf\u00e9 %d".formatted(i));
            }
        });

        assertThat(digest)
                .isEqualTo(new Digest(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray())));
    }

    /** Short ones mostly; some as long as what is gathered, and longer. */
    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(8) == 0 ? random.nextInt(LONGEST) : random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }
}
