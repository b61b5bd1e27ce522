package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tallystick.ledger.command.Payload;
import org.tallystick.wire.codec.MalformedMessage;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.proto.Tally;

/**
 * A payload as JSON:
 *
 * <pre>{@code
 * {"ledger": "main", "party": 3, "instructionId": "issue-1", "validUntilMillis": "2026-11-23T21:30:00Z",
 *  "mode": "ALL_OR_NOTHING", "commands": [{"issueCash": {"asset": 1, "account": 2, "amount": 1000000}}]}
 * }</pre>
 *
 * The mode may be left out where commands are independent. The nonce is not written: it is drawn when the payload is
 * signed.
 */
public final class PayloadJson {

    private PayloadJson() {}

    /**
     * The payload that a JSON text says. A number left out is 0, a text left out is empty.
     *
     * @throws BadJson where it says none
     */
    public static Payload parse(String json) {
        Tally.Payload.Builder message = Tally.Payload.newBuilder();
        MessageReader.read(Json.parse(json), message, "");
        if (!message.getNonce().isEmpty()) {
            throw new BadJson("nonce is drawn when the payload is signed; leave it out");
        }
        if (message.getMode() == Tally.Payload.Mode.MODE_UNSPECIFIED) {
            message.setMode(Tally.Payload.Mode.INDEPENDENT);
        }
        try {
            return PayloadCodec.decodeWithoutNonce(message.build());
        } catch (MalformedMessage malformed) {
            throw new BadJson(String.valueOf(malformed.getMessage()));
        }
    }

    /** A payload as JSON on one line. */
    public static String print(Payload payload) {
        return Json.print(tree(payload));
    }

    /** A payload as a JSON tree. */
    public static ObjectNode tree(Payload payload) {
        ObjectNode tree = MessageWriter.write(PayloadCodec.encode(payload));
        tree.remove("nonce");
        return tree;
    }
}
