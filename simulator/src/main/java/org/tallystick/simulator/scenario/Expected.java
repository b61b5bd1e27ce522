package org.tallystick.simulator.scenario;

import java.util.Arrays;
import org.tallystick.ledger.rejection.RejectionCode;

/** What a scenario expects of a command or of a whole envelope. */
sealed interface Expected {

    /** It is accepted, whatever follows from it. */
    record Done() implements Expected {}

    /** It is accepted and a settlement becomes final. */
    record Final() implements Expected {}

    /** It is accepted and a settlement waits. */
    record Pending() implements Expected {}

    /** It is accepted and a settlement is cancelled. */
    record Cancelled() implements Expected {}

    /** The command is rejected. */
    record Rejected(RejectionCode code) implements Expected {}

    /** The envelope is refused as a whole. */
    record Refused(RejectionCode code) implements Expected {}

    /** The envelope is known to have been admitted before. */
    record Repeated() implements Expected {}

    /** What stands after the arrow; without an arrow, that it is done. */
    static Expected read(Line line) {
        Words words = new Words(line, line.outcome());
        if (words.isAtEnd()) {
            return new Done();
        }
        String what = words.take("an outcome");
        Expected expected = switch (what) {
            case "done" -> new Done();
            case "final" -> new Final();
            case "pending" -> new Pending();
            case "cancelled" -> new Cancelled();
            case "repeated" -> new Repeated();
            case "rejected" -> new Rejected(code(words));
            case "refused" -> new Refused(code(words));
            default ->
                throw words.error("'" + what
                        + "' is no outcome; there are done, final, pending, cancelled, rejected CODE, refused"
                        + " CODE and repeated");
        };
        words.expectEnd();
        return expected;
    }

    private static RejectionCode code(Words words) {
        String name = words.take("a rejection code");
        return Arrays.stream(RejectionCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst()
                .orElseThrow(() -> words.error("no rejection code is called '" + name + "'"));
    }

    /** Whether, if it comes as expected, anything has happened on the ledger. */
    default boolean happens() {
        return switch (this) {
            case Done d -> true;
            case Final f -> true;
            case Pending p -> true;
            case Cancelled c -> true;
            case Rejected r -> false;
            case Refused r -> false;
            case Repeated r -> false;
        };
    }
}
