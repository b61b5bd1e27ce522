package org.tallystick.gateway.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.media.type.MediaTypes;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.tallystick.gateway.http.Problem;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.BadKey;
import org.tallystick.wire.signature.PublicKeys;
import org.tallystick.wire.signature.Signature;

/** The small JSON objects that go to and fro at the door: read strictly, so that a text means one thing. */
final class SmallJson {

    private static final int MOST_BYTES = 8_192;

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
     * @throws Problem 400, 413 or 415 if there is none
     */
    static SmallJson read(ServerRequest request, String... members) {
        if (request.headers()
                .contentType()
                .filter(type -> type.mediaType().text().equals(MediaTypes.APPLICATION_JSON.text()))
                .isEmpty()) {
            throw new Problem(
                    415,
                    "NOT_JSON",
                    "The request is in another form.",
                    "Send JSON, with Content-Type: application/json.");
        }
        try (InputStream content = request.content().inputStream()) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Problem(
                        413, "TOO_LARGE", "The request is too large.", "Here a request has at most 8,192 bytes.");
            }
            return new SmallJson(parse(bytes, members));
        } catch (JsonProcessingException broken) {
            throw Problem.badRequest("BAD_JSON", "This is not JSON: " + broken.getOriginalMessage());
        } catch (IOException cut) {
            throw Problem.badRequest("BAD_JSON", "The request ended before its time.");
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

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static void send(ServerResponse response, ObjectNode json) {
        response.header(HeaderNames.CONTENT_TYPE, MediaTypes.APPLICATION_JSON.text())
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .send(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A public key, in 64 hexadecimal digits. */
    PublicKey key(String name) {
        try {
            return PublicKeys.parse(text(name));
        } catch (BadKey bad) {
            throw Problem.badRequest("BAD_KEY", name + ": " + bad.getMessage() + ".");
        }
    }

    /** A signature, in base64. */
    byte[] signature(String name) {
        byte[] bytes = base64(name);
        if (bytes.length != Signature.LENGTH) {
            throw Problem.badRequest(
                    "BAD_JSON",
                    name + " has " + bytes.length + " bytes; an Ed25519 signature has " + Signature.LENGTH + ".");
        }
        return bytes;
    }

    /** Bytes, in base64. */
    byte[] base64(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException notBase64) {
            throw Problem.badRequest("BAD_JSON", name + " is not written in base64.");
        }
    }

    /** True or false; false if it is left out. */
    boolean flag(String name) {
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
