package org.tallystick.gateway.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tallystick.gateway.Submission;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Meters;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.knowledge.NeedToKnow;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.json.BadJson;
import org.tallystick.wire.json.EnvelopeJson;

/**
 * Takes one signed envelope to the ledger and answers its receipt. The session says who may know the answer; what the
 * envelope may move, its signatures say.
 */
final class InstructionApi {

    static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    /** On the answer to a repetition: the entry that it is; the receipt is that of the first. */
    private static final HeaderName REPEATED = HeaderNames.create("X-Tallystick-Repeated");

    private final Submission submission;
    private final Views views;
    private final ReceiptSource log;
    private final Body body;
    private final Meters meters;

    InstructionApi(Submission submission, Views views, ReceiptSource log, Body body, Meters meters) {
        this.submission = submission;
        this.views = views;
        this.log = log;
        this.body = body;
        this.meters = meters;
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/instructions", this::submit));
    }

    private void submit(ServerRequest request, ServerResponse response) throws IOException {
        Caller caller = Caller.of(request);
        byte[] envelope = envelope(request);
        requireWellFormed(envelope);
        byte[] bytes = handIn(envelope);
        Receipt receipt = Receipts.decode(bytes);
        if (receipt.verdict() instanceof Verdict.Repeated) {
            response.header(REPEATED, Long.toString(receipt.index()));
            bytes = firstOf(log, receipt, bytes);
            receipt = Receipts.decode(bytes);
        }
        Told told = NeedToKnow.of(views, caller).tell(receipt);
        Optional<Problem> problem = Refusal.of(receipt, told);
        if (problem.isPresent()) {
            throw problem.get();
        }
        send(Query.of(request).accepts(PROTOBUF), told, bytes, response);
    }

    /** The receipt that stands: of a repetition, that of the first. */
    static byte[] firstOf(ReceiptSource log, Receipt receipt, byte[] bytes) throws IOException {
        return receipt.verdict() instanceof Verdict.Repeated repeated
                ? log.read(repeated.firstIndex()).map(LoggedEntry::receipt).orElse(bytes)
                : bytes;
    }

    private byte[] handIn(byte[] envelope) {
        try {
            byte[] receipt = submission.submit(envelope);
            meters.submitted(Verdicts.name(Receipts.decode(receipt)));
            return receipt;
        } catch (Problem notOrdered) {
            meters.submitted(Verdicts.NOT_ORDERED);
            throw notOrdered;
        }
    }

    private byte[] envelope(ServerRequest request) {
        return switch (Body.mediaType(request)) {
            case JSON -> {
                try {
                    yield EnvelopeJson.parse(body.read(request, EnvelopeJson.MAX_BYTES));
                } catch (BadJson bad) {
                    throw Problem.badRequest("BAD_JSON", bad.getMessage() + ".");
                }
            }
            case PROTOBUF -> body.read(request, Envelopes.MAX_BYTES);
            default ->
                throw new Problem(
                        415,
                        "UNKNOWN_MEDIA_TYPE",
                        "The body is in a form that is not known here.",
                        "An envelope is sent as " + JSON + " or " + PROTOBUF + ".");
        };
    }

    /** What could never be an instruction is not put in the log: whoever wrote it is told which part is wrong. */
    private static void requireWellFormed(byte[] envelope) {
        if (Envelopes.decode(envelope) instanceof Decoded.Refused refused) {
            throw Problem.of(
                    Refusal.status(refused.code()),
                    Rejection.of(refused.code()),
                    "It was not handed on: " + refused.reason() + ".");
        }
    }

    private static void send(boolean asProtobuf, Told told, byte[] bytes, ServerResponse response) {
        if (asProtobuf) {
            response.header(HeaderNames.CONTENT_TYPE, PROTOBUF);
            response.send(told.withheld() == 0 ? bytes : Receipts.encode(told.receipt()));
        } else {
            Json.send(response, json -> ReceiptDetails.write(json, told, new byte[0]));
        }
    }
}
