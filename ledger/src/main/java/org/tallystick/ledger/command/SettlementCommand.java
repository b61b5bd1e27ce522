package org.tallystick.ledger.command;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settlement of any number of legs, all or none. */
public sealed interface SettlementCommand extends Command {

    /**
     * Proposes a settlement. It becomes final at once when every party that gives something has signed the envelope;
     * otherwise it waits for their affirmations until the deadline.
     *
     * @param legs what moves, together or not at all: free of payment, delivery versus payment, payment versus payment
     *     or any mix. What a party receives in one leg it may give in another: only the net of each holding must be
     *     covered.
     * @param valueDate business date on which to settle; null for now
     * @param deadlineMillis ledger time after which it lapses; later than now
     */
    record InstructSettlement(List<Leg> legs, @Nullable LocalDate valueDate, long deadlineMillis)
            implements SettlementCommand {}

    /** Agrees to give what the settlement takes from the party; the last one needed makes it final. */
    record AffirmSettlement(long settlement) implements SettlementCommand {}

    /**
     * Withdraws a settlement: at once by its proposer while no one else has affirmed, otherwise when everyone who has
     * affirmed asks for it too.
     */
    record CancelSettlement(long settlement) implements SettlementCommand {}
}
