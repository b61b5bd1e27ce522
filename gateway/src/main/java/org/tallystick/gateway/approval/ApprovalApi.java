package org.tallystick.gateway.approval;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tallystick.gateway.Submission;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.SmallJson;
import org.tallystick.gateway.knowledge.NeedToKnow;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.AwaitingSignatures;
import org.tallystick.readmodel.AwaitingSignatures.Waiting;
import org.tallystick.readmodel.Views;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.json.PayloadJson;
import org.tallystick.wire.json.ReceiptJson;
import org.tallystick.wire.signature.Signature;

/** What waits for more of a party's keys: {@code /api/v1/approvals}. Only the party itself sees it. */
public final class ApprovalApi {

    private static final String PATH = "/api/v1/approvals";

    /** A payload in base64, and some room. */
    private static final int MOST_BYTES = 2 * Envelopes.MAX_BYTES;

    private final Views views;
    private final Approvals approvals;
    private final Submission submission;
    private final Body body;

    /**
     * @param ledger the ledger's name
     * @param refused keys that do not count here though the ledger knows them: those of demonstrations
     */
    public ApprovalApi(
            String ledger,
            Views views,
            AwaitingSignatures awaiting,
            Submission submission,
            Predicate<PublicKey> refused,
            Body body,
            InstantSource clock) {
        this.views = views;
        this.approvals = new Approvals(ledger, views, awaiting, refused, clock);
        this.submission = submission;
        this.body = body;
    }

    /** What it answers on. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(PATH, this::propose),
                Endpoint.get(PATH, Set.of(), this::list),
                Endpoint.get(PATH + "/{digest}", Set.of(), this::show),
                Endpoint.post(PATH + "/{digest}/signatures", this::sign),
                Endpoint.delete(PATH + "/{digest}", this::withdraw));
    }

    private void propose(ServerRequest request, ServerResponse response) {
        Caller caller = Caller.of(request);
        SmallJson asked = SmallJson.read(request, body, MOST_BYTES, "payload", "publicKey", "signature");
        answer(caller, approvals.propose(caller.party(), asked.base64("payload"), signature(asked)), response);
    }

    private void sign(ServerRequest request, ServerResponse response) {
        Caller caller = Caller.of(request);
        Digest digest = digest(request);
        SmallJson asked = SmallJson.read(request, body, MOST_BYTES, "publicKey", "signature");
        answer(caller, approvals.sign(caller.party(), digest, signature(asked)), response);
    }

    /** The receipt, if enough keys have signed by now; else what waits. */
    private void answer(Caller caller, Waiting waiting, ServerResponse response) {
        byte[] envelope = approvals.complete(waiting);
        if (envelope == null) {
            response.status(Status.ACCEPTED_202);
            SmallJson.send(response, json(waiting));
            return;
        }
        byte[] receipt = submission.submit(envelope);
        approvals.remove(waiting);
        Told told = NeedToKnow.of(views, caller).tell(Receipts.decode(receipt));
        ObjectNode json = SmallJson.object();
        json.set("receipt", ReceiptJson.tree(told.receipt()));
        SmallJson.send(response, json.put("withheld", told.withheld()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        ObjectNode json = SmallJson.object();
        ArrayNode items = json.putArray("items");
        approvals.of(Caller.of(request).party()).forEach(waiting -> items.add(json(waiting)));
        SmallJson.send(response, json);
    }

    private void show(ServerRequest request, ServerResponse response) {
        SmallJson.send(response, json(approvals.find(Caller.of(request).party(), digest(request))));
    }

    private void withdraw(ServerRequest request, ServerResponse response) {
        approvals.remove(approvals.find(Caller.of(request).party(), digest(request)));
        response.status(Status.NO_CONTENT_204).send();
    }

    private static Signature signature(SmallJson asked) {
        return new Signature(asked.key("publicKey"), asked.signature("signature"));
    }

    private static Digest digest(ServerRequest request) {
        try {
            return new Digest(
                    HexFormat.of().parseHex(request.path().pathParameters().get("digest")));
        } catch (IllegalArgumentException noDigest) {
            throw ApprovalRefusals.unknown();
        }
    }

    private ObjectNode json(Waiting waiting) {
        ObjectNode json = SmallJson.object()
                .put("digest", waiting.digest().toString())
                .put("payload", Base64.getEncoder().encodeToString(waiting.payload()));
        if (Envelopes.decode(Envelopes.seal(waiting.payload(), List.of())) instanceof Decoded.WellFormed said) {
            json.set("content", PayloadJson.tree(said.payload()));
        }
        json.put("sinceMillis", waiting.sinceMillis()).put("threshold", approvals.threshold(waiting.party()));
        ArrayNode signatures = json.putArray("signatures");
        for (Signature signature : waiting.signatures()) {
            signatures
                    .addObject()
                    .put("publicKey", signature.key().toString())
                    .put("signature", Base64.getEncoder().encodeToString(signature.bytes()));
        }
        return json;
    }
}
