package org.tallystick.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.BadKey;
import org.tallystick.wire.signature.PublicKeys;
import org.tallystick.wire.signature.Signature;

/** Small JSON objects that are sent to us: read strictly, so that a text means one thing. */
public final class SmallJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode object;

    private SmallJson(ObjectNode object) {
        this.object = object;
    }

    /**
     * The object that the request holds; other members than these are refused.
     *
     * @param mostBytes the longest body that is taken
     * @throws Problem 400, 413 or 415 if there is none
     */
    public static SmallJson read(ServerRequest request, Body body, int mostBytes, String... members) {
        if (!Body.mediaType(request).equals("application/json")) {
            throw new Problem(
                    415,
                    "NOT_JSON",
                    "The request is in another form.",
                    "Send JSON, as Content-Type: application/json.");
        }
        try {
            return new SmallJson(parse(body.read(request, mostBytes), members));
        } catch (IOException broken) {
            throw Problem.badRequest("BAD_JSON", "This is not JSON.");
        }
    }

    private static ObjectNode parse(byte[] bytes, String... members) throws IOException {
        JsonNode tree = MAPPER.readTree(bytes);
        if (!(tree instanceof ObjectNode object)) {
            throw Problem.badRequest("BAD_JSON", "Send one JSON object: it begins with { and ends with }.");
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!Arrays.asList(members).contains(name)) {
                throw Problem.badRequest("BAD_JSON", "Only these are known here: " + String.join(", ", members) + ".");
            }
        });
        return object;
    }

    /** An empty object, to be filled and sent. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Answers an object. */
    public static void send(ServerResponse response, ObjectNode json) {
        Json.send(response, json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A public key, in 64 hexadecimal digits. */
    public PublicKey key(String name) {
        try {
            return PublicKeys.parse(text(name));
        } catch (BadKey bad) {
            throw Problem.badRequest("BAD_KEY", name + ": " + bad.getMessage() + ".");
        }
    }

    /** A signature, in base64. */
    public byte[] signature(String name) {
        byte[] bytes = base64(name);
        if (bytes.length != Signature.LENGTH) {
            throw Problem.badRequest(
                    "BAD_JSON",
                    name + " has " + bytes.length + " bytes; an Ed25519 signature has " + Signature.LENGTH + ".");
        }
        return bytes;
    }

    /** Bytes, in base64. */
    public byte[] base64(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException notBase64) {
            throw Problem.badRequest("BAD_JSON", name + " is not written in base64.");
        }
    }

    /** True or false; false if it is left out. */
    public boolean flag(String name) {
        JsonNode value = object.get(name);
        if (value != null && !value.isBoolean()) {
            throw Problem.badRequest("BAD_JSON", name + " is true or false.");
        }
        return value != null && value.booleanValue();
    }

    private String text(String name) {
        JsonNode value = object.get(name);
        if (value == null || !value.isTextual()) {
            throw Problem.badRequest("BAD_JSON", name + " is missing, or not a text in quotation marks.");
        }
        return value.textValue();
    }
}
