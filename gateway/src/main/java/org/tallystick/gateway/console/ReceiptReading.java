package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.gateway.knowledge.NeedToKnow;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.json.CommandJson;
import org.tallystick.wire.json.ReceiptJson;

/** Reads an entry and its receipt from their bytes, for a page. */
final class ReceiptReading {

    private static final int MOST_COMMANDS = 100;
    private static final int MOST_FACTS = 200;

    private final Views views;
    private final Visitor visitor;
    private final Teller teller;

    ReceiptReading(Views views, Visitor visitor) {
        this.views = views;
        this.visitor = visitor;
        this.teller = new Teller(views);
    }

    /**
     * The page of an entry; empty when nothing of it is for the visitor.
     *
     * @param own the receipt as it is found in the visitor's scope: what they, or whom they oversee, handed in
     */
    Optional<ReceiptPage> read(LoggedEntry entry, Optional<ReceiptView> own) {
        Told told = NeedToKnow.of(views, visitor.caller()).tell(Receipts.decode(entry.receipt()));
        Receipt receipt = told.receipt();
        if (own.isEmpty() && tellsNothing(receipt)) {
            return Optional.empty();
        }
        JsonNode tree = ReceiptJson.tree(receipt);
        List<Telling> due = new ArrayList<>();
        for (JsonNode event : tree.path("due")) {
            if (due.size() < MOST_FACTS) {
                due.add(teller.tell(event));
            }
        }
        return Optional.of(new ReceiptPage(
                own.orElseGet(() -> ofAnother(receipt)),
                own.isPresent(),
                own.isPresent() ? signed(entry) : null,
                decisions(receipt.verdict(), tree.path("decided").path("outcomes")),
                refusal(receipt.verdict()),
                receipt.verdict() instanceof Verdict.Repeated repeated ? repeated.firstIndex() : 0,
                due,
                receipt.due().size() - due.size(),
                told.withheld()));
    }

    private static boolean tellsNothing(Receipt receipt) {
        boolean decidedSomething = receipt.verdict() instanceof Verdict.Decided decided
                && !decided.outcomes().isEmpty();
        return receipt.due().isEmpty() && !decidedSomething;
    }

    /** What is told of an entry that another party, or the timer, handed in. */
    private ReceiptView ofAnother(Receipt receipt) {
        int party = receipt.verdict() instanceof Verdict.Decided decided ? decided.party() : 0;
        return new ReceiptView(
                receipt.index(),
                receipt.timeMillis(),
                receipt.envelope().toString(),
                party,
                views.party(party).map(PartyView::code).orElse(""),
                "",
                party == 0 ? ReceiptView.Verdict.TICKED : ReceiptView.Verdict.DECIDED,
                0,
                0,
                null,
                receipt.due().size());
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
        List<Telling> commands = new ArrayList<>();
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
                HexFormat.of().formatHex(whole.signedPayload()));
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
                List<Telling> events = new ArrayList<>();
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
        return new ReceiptPage.Reason(rejection.code(), rejection.concerns());
    }

    private static <T> List<T> first(List<T> list) {
        return list.subList(0, Math.min(MOST_COMMANDS, list.size()));
    }
}
