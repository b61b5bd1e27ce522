package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.SigningKey;

/**
 * A session opened by key: the gateway gives a challenge, the key signs it, the gateway gives a token. It opens by itself
 * when it is needed, and once more when the gateway has ended it. For any number of threads.
 */
final class Session {

    private static final String DOMAIN = "tallystick/session/v1";

    private final Http http;
    private final SigningKey key;
    private @Nullable String token;

    Session(Http http, SigningKey key) {
        this.http = http;
        this.key = key;
    }

    /** A request with a session's token. */
    @FunctionalInterface
    interface Signed<T> {
        T with(String token) throws IOException, InterruptedException;
    }

    /** Makes a request in the session; where the session turns out to be over, in a new one. */
    <T> T within(Signed<T> request) throws IOException, InterruptedException {
        String used = token();
        try {
            return request.with(used);
        } catch (Problem problem) {
            if (!problem.isSignedOut()) {
                throw problem;
            }
        }
        forget(used);
        return request.with(token());
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (token == null) {
            token = open();
        }
        return token;
    }

    private synchronized void forget(String over) {
        if (over.equals(token)) {
            token = null;
        }
    }

    private String open() throws IOException, InterruptedException {
        String publicKey = key.publicKey().toString();
        JsonNode given = post("/api/v1/sessions/challenges", object().put("publicKey", publicKey));
        byte[] challenge = bytes(given.path("challenge").asText());
        requireOurs(challenge);
        ObjectNode answer = object().put("publicKey", publicKey)
                .put("challenge", Base64.getEncoder().encodeToString(challenge))
                .put(
                        "signature",
                        Base64.getEncoder().encodeToString(key.sign(challenge).bytes()));
        return post("/api/v1/sessions", answer).path("token").asText();
    }

    /** What is no base64 is no challenge of ours, as no bytes are. */
    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        return http.json(http.request(path, null)
                .header("Content-Type", Http.JSON)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static ObjectNode object() {
        return Http.mapper().createObjectNode();
    }

    /**
     * A key signs nothing but a challenge for this key, at the address that was asked: one that was got elsewhere, to sign
     * in there in our name, is for another address; and bytes that are no challenge could be an instruction.
     */
    private void requireOurs(byte[] challenge) {
        ByteBuffer rest = ByteBuffer.wrap(challenge);
        byte[] named = new byte[PublicKey.LENGTH];
        String address = http.gateway().getAuthority().toLowerCase(Locale.ROOT);
        boolean ours = DOMAIN.equals(text(rest)) && text(rest) != null && address.equals(text(rest));
        if (ours && rest.remaining() > named.length) {
            rest.get(named);
            ours = Arrays.equals(named, key.publicKey().bytes());
        } else {
            ours = false;
        }
        if (!ours) {
            throw new Problem(
                    502,
                    "CHALLENGE_NOT_OURS",
                    "The gateway's challenge is not one for this key at " + address + "; nothing was signed.",
                    "",
                    null);
        }
    }

    /** What stands before the next zero byte; null where there is none. */
    private static @Nullable String text(ByteBuffer rest) {
        for (int at = rest.position(); at < rest.limit(); at++) {
            if (rest.get(at) == 0) {
                byte[] bytes = new byte[at - rest.position()];
                rest.get(bytes).get();
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /** Ends it at the gateway, too; does nothing where none is open. */
    synchronized void end() throws IOException, InterruptedException {
        if (token != null) {
            String over = token;
            token = null;
            http.bytes(http.request("/api/v1/sessions/current", over).DELETE());
        }
    }
}
