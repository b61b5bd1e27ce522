package org.tallystick.gateway.approval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.signature.Signature;

/**
 * A payload that more keys must sign.
 *
 * @param payloadBytes what is signed
 * @param sinceMillis when its first signature came
 * @param signatures verified, each by another key, in the order in which they came
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
record Awaiting(Digest digest, Payload payload, byte[] payloadBytes, long sinceMillis, List<Signature> signatures) {

    static Awaiting first(Decoded.WellFormed envelope, long nowMillis) {
        return new Awaiting(
                envelope.digest(),
                envelope.payload(),
                envelope.payloadBytes().toByteArray(),
                nowMillis,
                envelope.signatures());
    }

    /** With one more signature; a key that signs again has its signature replaced. */
    Awaiting signedBy(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.removeIf(former -> former.key().equals(signature.key()));
        all.add(signature);
        return new Awaiting(digest, payload, payloadBytes, sinceMillis, Collections.unmodifiableList(all));
    }

    /** Whether it can still be acted on at this time. */
    boolean isValid(long nowMillis) {
        return payload.validUntilMillis() >= nowMillis;
    }
}
