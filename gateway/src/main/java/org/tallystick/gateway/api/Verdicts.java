package org.tallystick.gateway.api;

import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** What became of an envelope, in a word, for counting. */
final class Verdicts {

    static final String NOT_ORDERED = "not_ordered";

    private Verdicts() {}

    static String name(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Verdict.Decided decided ->
                decided.outcomes().stream().anyMatch(Outcome.Accepted.class::isInstance) ? "accepted" : "rejected";
            case Verdict.Repeated _ -> "repeated";
            case Verdict.Refused _ -> "refused";
            case Verdict.Ticked _ -> "ticked";
        };
    }
}
