package org.tallystick.ledger.contract.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;

/**
 * A settlement that waits.
 *
 * @param givers the parties whose word it needs, ascending
 * @param affirmed those of them that have given it, in the order in which they did
 * @param cancelling those that have asked to cancel it
 */
public record Settlement(
        long number,
        int proposer,
        List<Leg> legs,
        @Nullable LocalDate valueDate,
        long deadlineMillis,
        List<Integer> givers,
        List<Integer> affirmed,
        List<Integer> cancelling) {

    /** Only givers affirm, each once: so it is enough to count them. */
    boolean isAffirmed() {
        return affirmed.size() == givers.size();
    }

    boolean isDue(@Nullable LocalDate businessDate) {
        return valueDate == null || businessDate != null && !valueDate.isAfter(businessDate);
    }

    /** Whether it would be affirmed by all if this giver had affirmed it too. */
    boolean completedBy(int giver) {
        return affirmed.size() + (affirmed.contains(giver) ? 0 : 1) == givers.size();
    }

    /** Whether anyone but the proposer has affirmed. */
    boolean isBinding() {
        return affirmed.stream().anyMatch(party -> party != proposer);
    }

    /** Everyone whose consent a cancellation needs: the proposer and all who have affirmed. */
    boolean cancelledBy(int party) {
        return agrees(proposer, party) && affirmed.stream().allMatch(other -> agrees(other, party));
    }

    private boolean agrees(int who, int asking) {
        return who == asking || cancelling.contains(who);
    }

    Settlement affirmedBy(int party) {
        return new Settlement(
                number, proposer, legs, valueDate, deadlineMillis, givers, with(affirmed, party), cancelling);
    }

    Settlement cancellingBy(int party) {
        return new Settlement(
                number, proposer, legs, valueDate, deadlineMillis, givers, affirmed, with(cancelling, party));
    }

    private static List<Integer> with(List<Integer> parties, int party) {
        List<Integer> more = new ArrayList<>(parties);
        more.add(party);
        return List.copyOf(more);
    }
}
