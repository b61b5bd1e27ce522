package org.tallystick.simulator.scenario;

import java.util.Locale;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;

/** What came instead, in words. */
final class Saying {

    private Saying() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "it was accepted: " + accepted.events();
            case Outcome.Rejected rejected -> "it was rejected: " + of(rejected.rejection());
        };
    }

    static String of(Verdict.Refused refused) {
        return "the envelope was refused: " + of(refused.rejection());
    }

    static String of(Verdict.Repeated repeated) {
        return "it was taken for a repeat of entry " + repeated.firstIndex();
    }

    static String of(Expectation.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String of(Rejection rejection) {
        String concerns = rejection.concerns().isEmpty() ? "" : ", " + rejection.concerns();
        return rejection.code() + concerns + " (" + rejection.code().sentence() + ")";
    }
}
