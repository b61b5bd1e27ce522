package org.tallystick.app.submission;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;

/** A receipt in words. */
final class Telling {

    private Telling() {}

    /** Whether everything asked for was done, now or before. */
    static boolean isDone(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Verdict.Decided decided ->
                decided.outcomes().stream().allMatch(outcome -> outcome instanceof Outcome.Accepted);
            case Verdict.Repeated _, Verdict.Ticked _ -> true;
            case Verdict.Refused _ -> false;
        };
    }

    /** One line for the entry, or one for each command that was rejected. */
    static List<String> lines(Receipt receipt) {
        String entry = "entry %,d: ".formatted(receipt.index());
        return switch (receipt.verdict()) {
            case Verdict.Decided decided -> decided(entry, decided);
            case Verdict.Repeated repeated ->
                List.of(entry
                        + "%s was carried out before; the receipt of entry %,d stands"
                                .formatted(repeated.instructionId(), repeated.firstIndex()));
            case Verdict.Refused refused -> List.of(entry + "REFUSED: " + words(refused.rejection()));
            case Verdict.Ticked _ -> List.of(entry + "the ledger's timer");
        };
    }

    private static List<String> decided(String entry, Verdict.Decided decided) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < decided.outcomes().size(); at++) {
            if (decided.outcomes().get(at) instanceof Outcome.Rejected rejected) {
                lines.add("%s%s, command %d: REJECTED: %s"
                        .formatted(entry, decided.instructionId(), at + 1, words(rejected.rejection())));
            }
        }
        int done = decided.outcomes().size() - lines.size();
        if (done > 0) {
            lines.addFirst(
                    "%s%s: done, %,d command%s".formatted(entry, decided.instructionId(), done, done == 1 ? "" : "s"));
        }
        return lines;
    }

    private static String words(Rejection rejection) {
        StringBuilder words = new StringBuilder("%s (%d): %s"
                .formatted(
                        rejection.code(),
                        rejection.code().number(),
                        rejection.code().sentence()));
        if (!rejection.concerns().isEmpty()) {
            words.append(" It concerns %s.".formatted(rejection.concerns()));
        }
        return words.toString();
    }
}
