package org.tallystick.app.day.plan;

import java.util.List;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;

/** How an entry must end. */
sealed interface Expected {

    Expected ACCEPTED = new Accepted();
    Expected REPEATED = new Repeated();

    /** Every command is accepted. */
    record Accepted() implements Expected {}

    /** The one command is rejected for this reason. */
    record Rejected(RejectionCode code) implements Expected {}

    /** All commands are undone because one of them is rejected for this reason. */
    record Undone(RejectionCode code) implements Expected {}

    /** The envelope as a whole is refused for this reason. */
    record Refused(RejectionCode code) implements Expected {}

    /** It was carried out before, and is not carried out again. */
    record Repeated() implements Expected {}

    static Expected rejected(RejectionCode code) {
        return new Rejected(code);
    }

    static Expected refused(RejectionCode code) {
        return new Refused(code);
    }

    /** Whether the entry ended so. */
    default boolean isMetBy(Receipt receipt) {
        return switch (this) {
            case Accepted any -> everyOutcomeAccepted(receipt);
            case Rejected rejected -> codes(receipt).equals(List.of(rejected.code.name()));
            case Undone undone -> isUndone(codes(receipt), undone.code);
            case Refused refused ->
                receipt.verdict() instanceof Verdict.Refused verdict
                        && verdict.rejection().code() == refused.code;
            case Repeated any -> receipt.verdict() instanceof Verdict.Repeated;
        };
    }

    private static boolean everyOutcomeAccepted(Receipt receipt) {
        return receipt.verdict() instanceof Verdict.Decided decided
                && decided.outcomes().stream().allMatch(Outcome.Accepted.class::isInstance);
    }

    private static boolean isUndone(List<String> codes, RejectionCode code) {
        long others = codes.stream()
                .filter(RejectionCode.BATCH_NOT_APPLIED.name()::equals)
                .count();
        return others == codes.size() - 1 && codes.contains(code.name());
    }

    private static List<String> codes(Receipt receipt) {
        return receipt.verdict() instanceof Verdict.Decided decided
                ? decided.outcomes().stream().map(Expected::told).toList()
                : List.of();
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "accepted";
            case Outcome.Rejected rejected -> rejected.rejection().code().name();
        };
    }

    /** How the entry did end, in words. */
    static String told(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Verdict.Decided decided -> "ended " + String.join(", ", codes(receipt));
            case Verdict.Repeated repeated -> "was taken for a repetition of entry " + repeated.firstIndex();
            case Verdict.Refused refused ->
                "was refused: " + refused.rejection().code().name();
            case Verdict.Ticked ticked -> "was a timer's";
        };
    }

    /** What should have been, in words. */
    default String told() {
        return switch (this) {
            case Accepted any -> "should have been accepted";
            case Rejected rejected -> "should have been rejected with " + rejected.code.name();
            case Undone undone -> "should have been undone with " + undone.code.name();
            case Refused refused -> "should have been refused with " + refused.code.name();
            case Repeated any -> "should have been answered as a repetition";
        };
    }
}
