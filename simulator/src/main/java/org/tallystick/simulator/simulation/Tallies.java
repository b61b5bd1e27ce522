package org.tallystick.simulator.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;

/** Counts how entries end. */
final class Tallies {

    private final Map<RejectionCode, Long> rejected = new EnumMap<>(RejectionCode.class);
    private final Map<RejectionCode, Long> refused = new EnumMap<>(RejectionCode.class);
    private long accepted;
    private long repeated;

    private final Set<String> happened = new TreeSet<>();

    void count(Receipt receipt) {
        receipt.due().forEach(this::happened);
        switch (receipt.verdict()) {
            case Verdict.Decided decided ->
                decided.outcomes().forEach(outcome -> {
                    switch (outcome) {
                        case Outcome.Accepted a -> {
                            accepted++;
                            a.events().forEach(this::happened);
                        }
                        case Outcome.Rejected r -> rejected.merge(r.rejection().code(), 1L, Long::sum);
                    }
                });
            case Verdict.Refused r -> refused.merge(r.rejection().code(), 1L, Long::sum);
            case Verdict.Repeated r -> repeated++;
            case Verdict.Ticked t -> {}
        }
    }

    private void happened(Event event) {
        happened.add(event.getClass().getSimpleName());
    }

    /** The kinds of facts that have happened. */
    Set<String> happened() {
        return happened;
    }

    long accepted() {
        return accepted;
    }

    long repeated() {
        return repeated;
    }

    Map<RejectionCode, Long> rejected() {
        return rejected;
    }

    Map<RejectionCode, Long> refused() {
        return refused;
    }
}
