package org.tallystick.ledger.event;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.command.Award;

/** A step in primary issuance. */
public sealed interface AuctionEvent extends Event {

    record AuctionAnnounced(int auction, int asset, long offeringAmount, LocalDate auctionDate, LocalDate issueDate)
            implements AuctionEvent {}

    record AuctionAwarded(int auction, long priceMicros, long accruedNanos, List<Award> awards)
            implements AuctionEvent {}

    /**
     * One award was issued against payment.
     *
     * @param award position in the list of awards, from 0
     * @param proceeds what the bidder paid, in minor units of the cash asset
     */
    record AwardIssued(int auction, int award, long proceeds) implements AuctionEvent {}

    /** Every award has been issued. */
    record AuctionCompleted(int auction) implements AuctionEvent {}
}
