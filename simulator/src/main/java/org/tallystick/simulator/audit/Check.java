package org.tallystick.simulator.audit;

import java.util.List;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Receipt;

/** One rule. Stateless where the {@link Model} remembers enough; otherwise it keeps its own naive record. */
interface Check {

    /** What people call the rule. */
    String rule();

    /** Before anything of the entry is applied to the model. */
    default void opening(Observation observation, Receipt receipt, Model before, Findings findings) {}

    /** One command, or the work that was due, with all its events; the model is still as before the first of them. */
    default void group(Cause cause, List<Event> events, Model before, Findings findings) {}

    /** One event; the model is as just before it. */
    default void event(Event event, Cause cause, Model before, Findings findings) {}

    /** After the whole entry. */
    default void closing(Observation observation, Receipt receipt, Model after, Findings findings) {}
}
