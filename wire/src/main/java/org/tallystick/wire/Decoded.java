package org.tallystick.wire;

import com.google.protobuf.ByteString;
import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.signature.Signature;

/** What the bytes of an envelope turned out to be. */
public sealed interface Decoded {

    /**
     * A well-formed envelope. Its signatures have not been looked at.
     *
     * @param payload what it says
     * @param payloadBytes the bytes that say it, which are the bytes signed
     * @param digest SHA-256 of those bytes
     * @param signatures 0 to {@value Envelopes#MAX_SIGNATURES}, each by another key
     */
    record WellFormed(Payload payload, ByteString payloadBytes, Digest digest, List<Signature> signatures)
            implements Decoded {

        /** A copy of the bytes that were signed. */
        public byte[] signedPayload() {
            return payloadBytes.toByteArray();
        }
    }

    /**
     * No envelope.
     *
     * @param code {@code MALFORMED}, {@code TOO_LARGE} or {@code UNKNOWN_VERSION}
     * @param digest SHA-256 of the bytes, whatever they are
     * @param reason which part, and what is wrong with it, for whoever wrote it
     */
    record Refused(RejectionCode code, Digest digest, String reason) implements Decoded {}
}
