package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.json.CommandJson;
import org.tallystick.wire.json.ReceiptJson;

/** Reads an entry and its receipt from their bytes, for a page. */
final class ReceiptReading {

    private static final int MOST_COMMANDS = 100;

    private final Visitor visitor;
    private final Teller teller;

    ReceiptReading(Views views, Visitor visitor) {
        this.visitor = visitor;
        this.teller = new Teller(views);
    }

    ReceiptPage read(ReceiptView view, LoggedEntry entry) {
        Receipt receipt = Receipts.decode(entry.receipt());
        JsonNode tree = ReceiptJson.tree(receipt);
        List<Told> due = new ArrayList<>();
        if (visitor.seesEverything()) {
            tree.path("due").forEach(event -> due.add(teller.tell(event)));
        }
        return new ReceiptPage(
                view,
                signed(entry),
                decisions(receipt.verdict(), tree.path("decided").path("outcomes")),
                refusal(receipt.verdict()),
                receipt.verdict() instanceof Verdict.Repeated repeated ? repeated.firstIndex() : 0,
                due,
                receipt.due().size() - due.size());
    }

    private ReceiptPage.@Nullable Signed signed(LoggedEntry entry) {
        if (entry.envelope().length == 0) {
            return null;
        }
        return switch (Envelopes.decode(entry.envelope())) {
            case Decoded.Refused refused -> null;
            case Decoded.WellFormed whole -> signed(whole);
        };
    }

    private ReceiptPage.Signed signed(Decoded.WellFormed whole) {
        List<Told> commands = new ArrayList<>();
        for (Command command : first(whole.payload().commands())) {
            commands.add(teller.tell(CommandJson.tree(command)));
        }
        return new ReceiptPage.Signed(
                whole.payload().ledger(),
                whole.payload().validUntilMillis(),
                whole.payload().mode() == BatchMode.ALL_OR_NOTHING,
                commands,
                whole.signatures().stream()
                        .map(signature -> signature.key().toString())
                        .toList(),
                HexFormat.of().formatHex(whole.payloadBytes().toByteArray()));
    }

    private List<ReceiptPage.Decision> decisions(Verdict verdict, JsonNode outcomes) {
        if (!(verdict instanceof Verdict.Decided decided)) {
            return List.of();
        }
        List<ReceiptPage.Decision> decisions = new ArrayList<>();
        for (Outcome outcome : first(decided.outcomes())) {
            decisions.add(decision(decisions.size(), outcome, outcomes.path(decisions.size())));
        }
        return decisions;
    }

    private ReceiptPage.Decision decision(int position, Outcome outcome, JsonNode tree) {
        return switch (outcome) {
            case Outcome.Rejected rejected ->
                new ReceiptPage.Decision(position + 1, reason(rejected.rejection()), List.of(), 0);
            case Outcome.Accepted accepted -> {
                List<Told> events = new ArrayList<>();
                long settlement = 0;
                for (JsonNode event : tree.path("accepted").path("events")) {
                    events.add(teller.tell(event));
                    JsonNode content = event.properties().iterator().next().getValue();
                    settlement = Math.max(settlement, content.path("settlement").longValue());
                }
                yield new ReceiptPage.Decision(position + 1, null, events, settlement);
            }
        };
    }

    private static ReceiptPage.@Nullable Reason refusal(Verdict verdict) {
        return verdict instanceof Verdict.Refused refused ? reason(refused.rejection()) : null;
    }

    private static ReceiptPage.Reason reason(Rejection rejection) {
        String leg = rejection.leg() >= 0 ? "leg " + (rejection.leg() + 1) : "";
        String subject = rejection.subject() != 0 ? "number " + rejection.subject() : "";
        return new ReceiptPage.Reason(
                rejection.code(), leg.isEmpty() || subject.isEmpty() ? leg + subject : leg + ", " + subject);
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(MOST_COMMANDS, list.size()));
    }
}
