package org.tallystick.gateway.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.tallystick.gateway.Limits;
import org.tallystick.gateway.NotOrdered;
import org.tallystick.gateway.Ordering;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Meters;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.http.Problems;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.knowledge.NeedToKnow;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;
import org.tallystick.wire.Frames;
import org.tallystick.wire.Receipts;

/**
 * Takes a stream of envelopes to the ledger and answers a stream of receipts in the same order, while the envelopes still
 * come. A bounded number of them is on its way: whoever sends faster is held up by the connection.
 *
 * <p>Where a bulk cannot go on, its answer ends early. Whoever counts fewer receipts than envelopes sends the rest again:
 * what was ordered after all answers with its first receipt.
 */
final class BulkApi {

    private static final String JSON_LINES = "application/jsonl";

    private final Admission admission;
    private final Ordering ordering;
    private final Views views;
    private final ReceiptSource log;
    private final Limits limits;
    private final Meters meters;
    private final Stays bulks;

    BulkApi(Admission admission, Ordering ordering, Views views, ReceiptSource log, Limits limits, Meters meters) {
        this.admission = admission;
        this.ordering = ordering;
        this.views = views;
        this.log = log;
        this.limits = limits;
        this.meters = meters;
        this.bulks = new Stays("bulks", limits.streamsPerParty());
    }

    List<Endpoint> endpoints() {
        return List.of(Endpoint.post("/api/v1/instructions/bulk", this::submit));
    }

    private void submit(ServerRequest request, ServerResponse response) throws IOException, InterruptedException {
        Caller caller = Caller.of(request);
        if (!Body.mediaType(request).equals(InstructionApi.PROTOBUF)) {
            throw new Problem(
                    415,
                    "UNKNOWN_MEDIA_TYPE",
                    "The body is in a form that is not known here.",
                    "A bulk is sent as " + InstructionApi.PROTOBUF + ", each envelope after its length.");
        }
        boolean asLines = Query.of(request).accepts(JSON_LINES);
        response.header(HeaderNames.CONTENT_TYPE, asLines ? JSON_LINES : InstructionApi.PROTOBUF);
        InputStream in = new BoundedInput(request.content().inputStream(), limits.bulkBytes(), limits.bulkTimeout());
        Intake intake = new Intake(ordering, limits.bulkWindow(), tokens -> admission.take(caller, tokens));
        try (Stays.Stay _ = bulks.begin(caller, request);
                intake;
                OutputStream out = response.outputStream()) {
            intake.begin(in);
            answer(caller, intake, asLines, out);
        }
    }

    private void answer(Caller caller, Intake intake, boolean asLines, OutputStream out)
            throws IOException, InterruptedException {
        NeedToKnow knowledge = NeedToKnow.of(views, caller);
        while (true) {
            if (!intake.hasAnswered()) {
                out.flush();
            }
            try {
                byte[] receipt = intake.next(limits.receiptTimeout());
                if (receipt == null) {
                    return;
                }
                write(receipt, knowledge, asLines, out);
            } catch (ExecutionException failed) {
                meters.submitted(Verdicts.NOT_ORDERED);
                writeEnd(problem(failed.getCause()), asLines, out);
                return;
            }
        }
    }

    private void write(byte[] decided, NeedToKnow knowledge, boolean asLines, OutputStream out) throws IOException {
        byte[] bytes = decided;
        Receipt receipt = Receipts.decode(bytes);
        meters.submitted(Verdicts.name(receipt));
        if (receipt.verdict() instanceof Verdict.Repeated) {
            bytes = InstructionApi.firstOf(log, receipt, bytes);
            receipt = Receipts.decode(bytes);
        }
        Told told = knowledge.tell(receipt);
        if (asLines) {
            out.write(Json.bytes(json -> ReceiptDetails.write(json, told, new byte[0])));
            out.write('\n');
        } else {
            Frames.write(out, told.withheld() == 0 ? bytes : Receipts.encode(told.receipt()));
        }
    }

    /** JSON can say why it ends here; a stream of protobuf just ends. */
    private static void writeEnd(Problem problem, boolean asLines, OutputStream out) throws IOException {
        if (asLines) {
            out.write(Problems.bytes(problem));
            out.write('\n');
        }
    }

    private static Problem problem(@Nullable Throwable why) {
        return switch (why) {
            case Problem problem -> problem;
            case NotOrdered not ->
                Problem.unavailable(not.code(), not.getMessage() + " Send the rest again; each counts once.", 1);
            case null, default -> Problem.unavailable("OUTCOME_UNKNOWN", "Send the rest again; each counts once.", 1);
        };
    }
}
