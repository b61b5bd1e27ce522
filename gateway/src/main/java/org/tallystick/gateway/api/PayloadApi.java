package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.json.BadJson;
import org.tallystick.wire.json.PayloadJson;
import org.tallystick.wire.signature.SignedBytes;

/** Makes of an instruction in JSON the bytes that are to be signed, for clients without protobuf. */
final class PayloadApi {

    private static final int MOST_BYTES = 1 << 20;

    private final SecureRandom random = new SecureRandom();
    private final Body body;

    PayloadApi(Body body) {
        this.body = body;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/payloads", this::encode));
    }

    private void encode(ServerRequest request, ServerResponse response) {
        Caller.of(request);
        if (!Body.mediaType(request).equals("application/json")) {
            throw new Problem(
                    415,
                    "UNKNOWN_MEDIA_TYPE",
                    "The body is in a form that is not known here.",
                    "A payload is sent as application/json.");
        }
        byte[] payload = payload(new String(body.read(request, MOST_BYTES), StandardCharsets.UTF_8));
        if (payload.length > Envelopes.MAX_BYTES) {
            throw new Problem(
                    413,
                    "TOO_LARGE",
                    "The request is too large.",
                    "The payload has " + payload.length + " bytes; an envelope has at most " + Envelopes.MAX_BYTES
                            + ".");
        }
        Base64.Encoder base64 = Base64.getEncoder();
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("payload", base64.encodeToString(payload));
            json.writeStringField("signedBytes", base64.encodeToString(SignedBytes.of(payload)));
            json.writeStringField("digest", Sha256.of(payload).toString());
            json.writeEndObject();
        });
    }

    private byte[] payload(String text) {
        byte[] nonce = new byte[PayloadCodec.NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            return Envelopes.payloadBytes(PayloadJson.parse(text), nonce);
        } catch (BadJson bad) {
            throw Problem.badRequest("BAD_JSON", bad.getMessage() + ".");
        }
    }
}
