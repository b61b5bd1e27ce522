package org.tallystick.ledger.engine;

import java.util.List;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;

/** How much a receipt has to tell: an event counts one, and one for each leg it carries. */
final class Facts {

    private Facts() {}

    static int in(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> in(accepted.events());
            case Outcome.Rejected rejected -> 1;
        };
    }

    private static int in(List<Event> events) {
        int facts = 0;
        for (int i = 0; i < events.size(); i++) {
            facts += 1 + legs(events.get(i));
        }
        return facts;
    }

    static int legs(Event event) {
        if (event instanceof Movement.Posted posted) {
            return posted.legs().size();
        }
        return event instanceof SettlementEvent.SettlementInstructed instructed
                ? instructed.legs().size()
                : 0;
    }
}
