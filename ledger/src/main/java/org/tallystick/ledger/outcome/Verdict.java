package org.tallystick.ledger.outcome;

import java.util.List;
import org.tallystick.ledger.rejection.Rejection;

/** What the ledger made of one log entry. */
public sealed interface Verdict {

    /**
     * The instruction was admitted and its commands decided.
     *
     * @param outcomes one for each command, in order
     */
    record Decided(int party, String instructionId, List<Outcome> outcomes) implements Verdict {}

    /**
     * The same instruction was admitted before.
     *
     * @param firstIndex the log index of the entry whose receipt stands
     */
    record Repeated(int party, String instructionId, long firstIndex) implements Verdict {}

    /** The envelope was refused as a whole. */
    record Refused(Rejection rejection) implements Verdict {}

    /** The entry was the ledger's own timer. */
    record Ticked() implements Verdict {}
}
