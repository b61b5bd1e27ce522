package org.tallystick.simulator.signing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.rejection.RejectionCode;

/** Keys are digests of their names, and a payload's digest is that of its text. */
final class TrustedSigning implements Signing {

    private final Map<String, PublicKey> keys = new HashMap<>();

    @Override
    public PublicKey key(String name) {
        return keys.computeIfAbsent(name, text -> new PublicKey(digest(text).bytes()));
    }

    @Override
    public Entry entry(Payload payload, List<String> keyNames) {
        return new Entry.Instruction(
                payload,
                digest(payload.toString()),
                keyNames.stream().distinct().map(this::key).toList());
    }

    @Override
    public Entry noise(byte[] bytes) {
        return new Entry.Refused(RejectionCode.MALFORMED, Sha256.of(bytes));
    }

    private static Digest digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
