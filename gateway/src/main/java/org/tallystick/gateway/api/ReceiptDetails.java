package org.tallystick.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.json.PayloadJson;
import org.tallystick.wire.json.ReceiptJson;
import org.tallystick.wire.signature.Signature;

/** Receipts as JSON: in a list, and one with everything that is known of it. */
public final class ReceiptDetails {

    private ReceiptDetails() {}

    /** A receipt in a list. */
    public static void summary(JsonGenerator json, ReceiptView receipt) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", receipt.index());
        json.writeNumberField("timeMillis", receipt.timeMillis());
        json.writeStringField("digest", receipt.digest());
        json.writeStringField("verdict", receipt.verdict().name());
        if (receipt.party() != 0) {
            json.writeNumberField("party", receipt.party());
            json.writeStringField("partyCode", receipt.partyCode());
        }
        if (!receipt.instructionId().isEmpty()) {
            json.writeStringField("instructionId", receipt.instructionId());
        }
        json.writeNumberField("commands", receipt.commands());
        json.writeNumberField("rejected", receipt.rejected());
        if (receipt.code() != null) {
            json.writeStringField("code", receipt.code().name());
        }
        json.writeNumberField("due", receipt.due());
        json.writeEndObject();
    }

    /**
     * A receipt, with what was signed.
     *
     * @param envelope as it was handed in; empty where there is none, or it is not to be told
     */
    static void write(JsonGenerator json, Told told, byte[] envelope) throws IOException {
        json.writeStartObject();
        json.writeFieldName("receipt");
        Json.writeTree(json, ReceiptJson.tree(told.receipt()));
        json.writeNumberField("withheld", told.withheld());
        if (envelope.length > 0 && Envelopes.decode(envelope) instanceof Decoded.WellFormed signed) {
            json.writeFieldName("signed");
            signed(json, signed);
        }
        json.writeEndObject();
    }

    private static void signed(JsonGenerator json, Decoded.WellFormed envelope) throws IOException {
        json.writeStartObject();
        json.writeFieldName("content");
        Json.writeTree(json, PayloadJson.tree(envelope.payload()));
        json.writeStringField("payload", Base64.getEncoder().encodeToString(envelope.signedPayload()));
        json.writeStringField("digest", envelope.digest().toString());
        json.writeArrayFieldStart("signatures");
        for (Signature signature : envelope.signatures()) {
            json.writeStartObject();
            json.writeStringField("publicKey", signature.key().toString());
            json.writeStringField("signature", Base64.getEncoder().encodeToString(signature.bytes()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
