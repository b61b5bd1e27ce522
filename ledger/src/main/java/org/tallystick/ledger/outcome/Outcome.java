package org.tallystick.ledger.outcome;

import java.util.List;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/** How one command ended. */
public sealed interface Outcome {

    static Outcome accepted(Event... events) {
        return new Accepted(List.of(events));
    }

    static Outcome accepted(List<Event> events) {
        return new Accepted(events);
    }

    static Outcome rejected(RejectionCode code) {
        return new Rejected(Rejection.of(code));
    }

    static Outcome rejected(RejectionCode code, long subject) {
        return new Rejected(Rejection.of(code, subject));
    }

    /** It happened: these facts, in this order. */
    record Accepted(List<Event> events) implements Outcome {}

    /** It did not happen, and nothing moved. */
    record Rejected(Rejection rejection) implements Outcome {}
}
