package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;

/** What became of a signature under an instruction of a party that asks for several. */
public sealed interface Approval {

    /**
     * It waits for more of the party's keys.
     *
     * @param digest names it: SHA-256 of the payload, in hexadecimal digits
     * @param payload the bytes that are signed, in base64
     * @param sinceMillis when the first signature came
     * @param threshold how many of the party's keys must sign
     * @param signatures those that have
     */
    record Waiting(String digest, String payload, long sinceMillis, int threshold, List<By> signatures)
            implements Approval {

        /**
         * One key's signature.
         *
         * @param publicKey in hexadecimal digits
         * @param signature in base64
         */
        public record By(String publicKey, String signature) {}

        /**
         * What is asked for, read out of the very bytes that are signed: look at it before you sign.
         *
         * @throws Problem if they are no payload
         */
        public Payload content() {
            if (Envelopes.decode(Envelopes.seal(bytes(), List.of())) instanceof Decoded.WellFormed said) {
                return said.payload();
            }
            throw Answers.notUnderstood(new IllegalArgumentException("what waits is no payload"));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(payload);
        }
    }

    /**
     * Enough keys have signed, and the ledger has decided.
     *
     * @param index of its entry in the log
     * @param receipt what happened or why nothing did, as JSON
     */
    record HandedIn(long index, JsonNode receipt) implements Approval {}
}
