package org.tallystick.ledger.event;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.rejection.RejectionCode;

/** A step in the life of a settlement. The movement itself is the {@link Movement.Posted} that precedes the final. */
public sealed interface SettlementEvent extends Event {

    record SettlementInstructed(
            long settlement,
            int proposer,
            List<Leg> legs,
            @Nullable LocalDate valueDate,
            long deadlineMillis) implements SettlementEvent {}

    record SettlementAffirmed(long settlement, int party) implements SettlementEvent {}

    /** All legs have moved, for good. */
    record SettlementFinal(long settlement) implements SettlementEvent {}

    /** Fully affirmed and due, it could not settle; it waits to be affirmed again, until its deadline. */
    record SettlementFailed(long settlement, RejectionCode reason) implements SettlementEvent {}

    record CancellationAgreed(long settlement, int party) implements SettlementEvent {}

    record SettlementCancelled(long settlement) implements SettlementEvent {}

    record SettlementLapsed(long settlement) implements SettlementEvent {}
}
