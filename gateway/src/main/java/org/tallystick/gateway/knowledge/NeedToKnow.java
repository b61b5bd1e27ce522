package org.tallystick.gateway.knowledge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;

/**
 * What of a receipt somebody may see. Whoever asked for something is told all that came of it. Of everything else, work that
 * happened to be due at the same time above all, they are told what concerns their accounts, holds and settlements and what
 * is common knowledge; the rest is withheld, and only counted.
 */
public final class NeedToKnow {

    private final int party;
    private final @Nullable Business business;

    private NeedToKnow(int party, @Nullable Business business) {
        this.party = party;
        this.business = business;
    }

    /** For this caller, by what the read model knows. */
    public static NeedToKnow of(Views views, Caller caller) {
        return switch (caller.scope()) {
            case Scope.Everything _ -> new NeedToKnow(caller.party(), null);
            case Scope.OfParty scope -> of(scope.party(), Business.of(views, scope.party()));
        };
    }

    static NeedToKnow of(int party, Business business) {
        return new NeedToKnow(party, business);
    }

    /** The receipt, without what does not concern the caller. */
    public Told tell(Receipt receipt) {
        if (business == null || receipt.due().isEmpty() && isOwn(receipt.verdict())) {
            return new Told(receipt, 0);
        }
        Concern concern = new Concern(party, business);
        receipt.due().forEach(concern::learn);
        if (receipt.verdict() instanceof Verdict.Decided decided) {
            events(decided.outcomes()).forEach(concern::learn);
        }
        List<Event> due = concerned(receipt.due(), concern);
        Verdict verdict = isOwn(receipt.verdict()) ? receipt.verdict() : concerned(receipt.verdict(), concern);
        return new Told(
                new Receipt(receipt.index(), receipt.timeMillis(), receipt.envelope(), due, verdict),
                receipt.due().size() - due.size() + size(receipt.verdict()) - size(verdict));
    }

    /** What the party asked for itself, or what tells nothing of anybody. */
    private boolean isOwn(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Decided decided -> decided.party() == party;
            case Verdict.Repeated repeated -> repeated.party() == party;
            case Verdict.Refused _, Verdict.Ticked _ -> true;
        };
    }

    /** Of what another party asked: that it was decided, and what of it concerns this one. */
    private static Verdict concerned(Verdict verdict, Concern concern) {
        return switch (verdict) {
            case Verdict.Decided decided -> new Verdict.Decided(decided.party(), "", concerned(decided, concern));
            case Verdict.Repeated repeated -> new Verdict.Repeated(repeated.party(), "", repeated.firstIndex());
            case Verdict.Refused refused -> refused;
            case Verdict.Ticked ticked -> ticked;
        };
    }

    private static List<Outcome> concerned(Verdict.Decided decided, Concern concern) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Outcome outcome : decided.outcomes()) {
            if (outcome instanceof Outcome.Accepted accepted) {
                List<Event> events = concerned(accepted.events(), concern);
                if (!events.isEmpty()) {
                    outcomes.add(new Outcome.Accepted(events));
                }
            }
        }
        return outcomes;
    }

    private static List<Event> concerned(List<Event> events, Concern concern) {
        return events.stream().filter(concern::isTouchedBy).toList();
    }

    private static List<Event> events(List<Outcome> outcomes) {
        List<Event> events = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Accepted accepted) {
                events.addAll(accepted.events());
            }
        }
        return events;
    }

    /** Events and rejections. */
    private static int size(Verdict verdict) {
        int size = 0;
        if (verdict instanceof Verdict.Decided decided) {
            for (Outcome outcome : decided.outcomes()) {
                size += outcome instanceof Outcome.Accepted accepted
                        ? accepted.events().size()
                        : 1;
            }
        }
        return size;
    }
}
