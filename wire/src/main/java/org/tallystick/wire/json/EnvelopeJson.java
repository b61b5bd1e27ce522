package org.tallystick.wire.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.signature.Signature;

/**
 * An envelope as JSON: the payload's bytes and the signatures in base64, the keys in hexadecimal.
 *
 * <pre>{@code
 * {"payload": "CgRtYWlu...", "signatures": [{"publicKey": "8a88e3dd...", "signature": "oJ0d..."}]}
 * }</pre>
 */
public final class EnvelopeJson {

    /** The longest JSON text of an envelope that could be taken; base64 and some room for blanks. */
    public static final int MAX_BYTES = 2 * Envelopes.MAX_BYTES;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(4)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .build();

    private EnvelopeJson() {}

    /**
     * The bytes of the envelope that a JSON text says. Whether its payload is one is not looked at.
     *
     * @throws BadJson where it says none
     */
    public static byte[] parse(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            require(
                    parser.nextToken() == JsonToken.START_OBJECT,
                    "not a JSON object: it begins with { and ends with }");
            byte[] envelope = envelope(parser);
            require(parser.nextToken() == null, "there is more after the object");
            return envelope;
        } catch (JsonProcessingException broken) {
            throw new BadJson("not JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can always be read", impossible);
        }
    }

    private static byte[] envelope(JsonParser parser) throws IOException {
        byte @Nullable [] payload = null;
        List<Signature> signatures = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            switch (name) {
                case "payload" -> payload = base64(text(parser, name), name);
                case "signatures" -> readSignatures(parser, signatures);
                default -> throw new BadJson("there is no \"" + name + "\"; there are: payload, signatures");
            }
        }
        if (payload == null) {
            throw new BadJson("payload is missing");
        }
        return Envelopes.seal(payload, signatures);
    }

    private static void readSignatures(JsonParser parser, List<Signature> signatures) throws IOException {
        require(parser.nextToken() == JsonToken.START_ARRAY, "signatures must be a list in [ and ]");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String at = "signatures[" + signatures.size() + "]";
            require(
                    signatures.size() < Envelopes.MAX_SIGNATURES,
                    "more than " + Envelopes.MAX_SIGNATURES + " signatures");
            require(parser.currentToken() == JsonToken.START_OBJECT, at + " must be an object in { and }");
            signatures.add(signature(parser, at));
        }
    }

    private static Signature signature(JsonParser parser, String at) throws IOException {
        byte @Nullable [] key = null;
        byte @Nullable [] signature = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String path = at + "." + name;
            switch (name) {
                case "publicKey" -> key = length(hexadecimal(text(parser, path), path), PublicKey.LENGTH, path);
                case "signature" -> signature = length(base64(text(parser, path), path), Signature.LENGTH, path);
                default -> throw new BadJson("there is no \"" + path + "\"; there are: publicKey, signature");
            }
        }
        if (key == null || signature == null) {
            throw new BadJson(at + " lacks its publicKey or its signature");
        }
        return new Signature(new PublicKey(key), signature);
    }

    private static String text(JsonParser parser, String path) throws IOException {
        require(parser.nextToken() == JsonToken.VALUE_STRING, path + " must be a text in quotation marks");
        return parser.getText();
    }

    private static byte[] base64(String text, String path) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException not) {
            throw new BadJson(path + " must be base64");
        }
    }

    private static byte[] hexadecimal(String text, String path) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException not) {
            throw new BadJson(path + " must be hexadecimal digits, two a byte");
        }
    }

    private static byte[] length(byte[] bytes, int length, String path) {
        require(bytes.length == length, path + " has " + bytes.length + " bytes, not " + length);
        return bytes;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadJson(otherwise);
        }
    }
}
