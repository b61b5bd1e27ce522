package org.tallystick.app.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.json.PayloadJson;
import org.tallystick.wire.signature.SigningKey;

/**
 * Signs payloads so that the same payload by the same keys is the same envelope: submitted again after a lost answer, it
 * is recognised and not carried out twice.
 */
final class Sealing {

    private static final String PURPOSE = "tallystick/nonce/v1\0";
    private static final int NONCE_LENGTH = 16;

    private final List<SigningKey> keys;

    Sealing(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    byte[] seal(Payload payload) {
        return Envelopes.sign(payload, nonce(payload), keys);
    }

    /** Derived from a signature, which nobody without the first key can compute: as good as random to all others. */
    private byte[] nonce(Payload payload) {
        byte[] text = (PURPOSE + PayloadJson.print(payload)).getBytes(StandardCharsets.UTF_8);
        byte[] secret = keys.getFirst().sign(text).bytes();
        return Arrays.copyOf(Sha256.of(secret).bytes(), NONCE_LENGTH);
    }
}
