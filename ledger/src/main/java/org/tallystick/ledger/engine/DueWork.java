package org.tallystick.ledger.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.store.Agenda;

/**
 * Does what is due, a bounded number of steps at a time: each step is decided on the state the one before has left. A holder
 * paid is a step, and so are an award issued, a hold released and a leg posted.
 * Holders are paid before awards are issued and value-dated settlements tried, so that what matures pays for what is new.
 */
final class DueWork {

    /** How many steps of one piece of work are decided together. */
    private static final int STEPS_TOGETHER = 256;

    private final State state;

    DueWork(State state) {
        this.state = state;
    }

    /** Expiries and deadlines up to now, at most so many. */
    List<Event> expire(long nowMillis, int most) {
        List<Event> events = new ArrayList<>();
        for (int left = most; left > 0; left--) {
            Agenda.Item item = state.agenda.dueBy(nowMillis);
            if (item == null) {
                break;
            }
            doNow(expiry(item), events);
        }
        return events;
    }

    private Event expiry(Agenda.Item item) {
        return switch (item.task()) {
            case HOLD_EXPIRY -> {
                Hold hold = state.book.hold(item.number());
                if (hold == null) {
                    throw new IllegalStateException("hold " + item.number() + " is gone before its expiry");
                }
                yield new Movement.HoldReleased(hold.number(), hold.amount());
            }
            case SETTLEMENT_DEADLINE -> new SettlementEvent.SettlementLapsed(item.number());
            case DISTRIBUTION, ISSUE, SETTLEMENT_DUE -> throw new IllegalStateException(item + " has no time");
        };
    }

    /** Everything that is due, at most so many steps. */
    List<Event> run(long nowMillis, int most) {
        List<Event> events = expire(nowMillis, most);
        int left = most - events.size();
        while (left > 0) {
            Agenda.@Nullable Item item = state.agenda.nextWork();
            if (item == null) {
                break;
            }
            List<Event> done = work(item, nowMillis, Math.min(left, STEPS_TOGETHER));
            done.forEach(event -> doNow(event, events));
            left -= stepsIn(done);
        }
        return events;
    }

    private List<Event> work(Agenda.Item item, long nowMillis, int steps) {
        return switch (item.task()) {
            case DISTRIBUTION -> {
                List<Event> done = state.servicing.runDue(item.number(), steps);
                if (done.isEmpty()) {
                    state.servicing.rest(item.number());
                }
                yield done;
            }
            case ISSUE -> state.auctions.runDue((int) item.number(), nowMillis);
            case SETTLEMENT_DUE -> state.settlements.runDue(item.number(), nowMillis);
            case HOLD_EXPIRY, SETTLEMENT_DEADLINE -> throw new IllegalStateException(item + " waits for its time");
        };
    }

    private void doNow(Event event, List<Event> done) {
        state.apply(event);
        done.add(event);
    }

    private static int stepsIn(List<Event> events) {
        int steps = 0;
        for (Event event : events) {
            if (event instanceof ServicingEvent.HolderPaid
                    || event instanceof AuctionEvent.AwardIssued
                    || event instanceof Movement.HoldReleased) {
                steps++;
            }
            steps += Facts.legs(event);
        }
        return Math.max(1, steps);
    }
}
