package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.tallystick.wire.signature.SignedBytes;
import org.tallystick.wire.signature.SigningKey;

/** What waits at the gateway for more of the party's keys. */
final class Approvals {

    private static final String PATH = "/api/v1/approvals";

    private final Http http;
    private final Session session;
    private final Retrying retrying;

    Approvals(Http http, Session session, Retrying retrying) {
        this.http = http;
        this.session = session;
        this.retrying = retrying;
    }

    Approval propose(byte[] payload, SigningKey key) throws InterruptedException {
        return post(PATH, word(payload, key).put("payload", Base64.getEncoder().encodeToString(payload)));
    }

    Approval sign(Approval.Waiting waiting, SigningKey key) throws InterruptedException {
        return post(PATH + "/" + waiting.digest() + "/signatures", word(waiting.bytes(), key));
    }

    List<Approval.Waiting> waiting() throws InterruptedException {
        JsonNode list = retrying.until(() -> session.within(token -> http.json(http.request(PATH, token))));
        List<Approval.Waiting> waiting = new ArrayList<>();
        list.path("items").forEach(item -> waiting.add(Answers.one(item, Approval.Waiting.class)));
        return waiting;
    }

    void withdraw(Approval.Waiting waiting) throws InterruptedException {
        retrying.until(() -> session.within(token ->
                http.bytes(http.request(PATH + "/" + waiting.digest(), token).DELETE())));
    }

    private Approval post(String path, ObjectNode word) throws InterruptedException {
        JsonNode answer = retrying.until(() -> session.within(token -> http.json(http.request(path, token)
                .header("Content-Type", Http.JSON)
                .POST(BodyPublishers.ofString(word.toString())))));
        JsonNode receipt = answer.path("receipt");
        return receipt.isMissingNode()
                ? Answers.one(answer, Approval.Waiting.class)
                : new Approval.HandedIn(receipt.path("index").asLong(), receipt);
    }

    private static ObjectNode word(byte[] payload, SigningKey key) {
        byte[] signature = key.sign(SignedBytes.of(payload)).bytes();
        return Http.mapper()
                .createObjectNode()
                .put("publicKey", key.publicKey().toString())
                .put("signature", Base64.getEncoder().encodeToString(signature));
    }
}
