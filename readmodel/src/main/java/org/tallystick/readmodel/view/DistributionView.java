package org.tallystick.readmodel.view;

import java.time.LocalDate;
import org.tallystick.ledger.event.ServicingEvent;

/**
 * Interest or redemption of a security that fell due.
 *
 * @param due owed on all of it, in minor units of the cash asset
 * @param paid to holders so far
 * @param holdersPaid so many holders so far
 * @param residual what rounding left over; 0 until it is closed
 */
public record DistributionView(
        long distribution,
        int asset,
        ServicingEvent.Kind kind,
        LocalDate scheduledDate,
        State state,
        long supply,
        long due,
        long paid,
        long holdersPaid,
        long residual) {

    /** How far it has come. */
    public enum State {
        OPENED,
        FUNDED,
        CLOSED
    }
}
