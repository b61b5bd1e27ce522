package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.knowledge.NeedToKnow;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.wire.Receipts;

/** Receipts: what was signed, what the ledger made of it, and its place in the log. */
final class ReceiptApi {

    private final Views views;
    private final ReceiptSource log;

    ReceiptApi(Views views, ReceiptSource log) {
        this.views = views;
        this.log = log;
    }

    List<Endpoint> endpoints(Reading reading) {
        return List.of(
                reading.list(
                        "/receipts",
                        Set.of("verdict", "party", "instructionId", "code", "from", "to"),
                        (caller, query, response) -> Reading.sendPage(
                                response,
                                views.receipts(caller.scope(), filter(query), query.page()),
                                ReceiptDetails::summary)),
                reading.get("/receipts/{index}", Set.of(), this::receipt),
                reading.get("/receipts/by-instruction/{party}/{instructionId}", Set.of(), this::byInstruction));
    }

    private static ReceiptFilter filter(Query query) {
        return new ReceiptFilter(
                query.choice("verdict", ReceiptView.Verdict.class),
                query.reference("party"),
                query.text("instructionId"),
                query.choice("code", RejectionCode.class),
                query.millis("from"),
                query.millis("to"));
    }

    private void byInstruction(Caller caller, Query query, ServerResponse response) throws IOException {
        ReceiptView view = views.receipt(caller.scope(), query.pathInt("party"), query.pathText("instructionId"))
                .orElseThrow(() -> Reading.missing("receipt"));
        send(caller, view.index(), response);
    }

    private void receipt(Caller caller, Query query, ServerResponse response) throws IOException {
        send(caller, query.pathLong("index"), response);
    }

    /** Whoever handed an entry in sees what was signed; others only what of the outcome concerns them, if anything does. */
    private void send(Caller caller, long index, ServerResponse response) throws IOException {
        LoggedEntry entry = log.read(index).orElseThrow(() -> Reading.missing("receipt"));
        Receipt receipt = Receipts.decode(entry.receipt());
        Told told = NeedToKnow.of(views, caller).tell(receipt);
        Optional<ReceiptView> own = views.receipt(caller.scope(), index);
        if (own.isEmpty() && tellsNothing(told.receipt())) {
            throw Reading.missing("receipt");
        }
        byte[] envelope = own.isPresent() ? entry.envelope() : new byte[0];
        Json.send(response, json -> ReceiptDetails.write(json, told, envelope));
    }

    private static boolean tellsNothing(Receipt receipt) {
        return receipt.due().isEmpty()
                && switch (receipt.verdict()) {
                    case Verdict.Decided decided -> decided.outcomes().isEmpty();
                    case Verdict.Repeated _, Verdict.Refused _, Verdict.Ticked _ -> true;
                };
    }
}
