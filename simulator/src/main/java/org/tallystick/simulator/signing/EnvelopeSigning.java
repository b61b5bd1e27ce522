package org.tallystick.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.SigningKey;

/** Keys and nonces are derived from names and payloads, so that a run can be repeated byte for byte. */
final class EnvelopeSigning implements Signing {

    private final Map<String, SigningKey> keys = new HashMap<>();
    private final Entries entries = Entries.verifiedFast();

    @Override
    public PublicKey key(String name) {
        return signingKey(name).publicKey();
    }

    private SigningKey signingKey(String name) {
        return keys.computeIfAbsent(name, text -> SigningKey.fromSeed(digest("key " + text)));
    }

    @Override
    public Entry entry(Payload payload, List<String> keyNames) {
        byte[] nonce = Arrays.copyOf(digest("nonce " + payload), PayloadCodec.NONCE_LENGTH);
        return entries.fromEnvelope(Envelopes.sign(
                payload,
                nonce,
                keyNames.stream().distinct().map(this::signingKey).toList()));
    }

    @Override
    public Entry noise(byte[] bytes) {
        return entries.fromEnvelope(bytes);
    }

    private static byte[] digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
