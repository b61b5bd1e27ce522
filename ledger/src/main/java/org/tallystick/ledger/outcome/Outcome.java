package org.tallystick.ledger.outcome;

import java.util.List;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.rejection.Rejection;

/** How one command ended. */
public sealed interface Outcome {

    /** It happened: these facts, in this order. */
    record Accepted(List<Event> events) implements Outcome {}

    /** It did not happen, and nothing moved. */
    record Rejected(Rejection rejection) implements Outcome {}
}
