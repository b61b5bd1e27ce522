package org.tallystick.wire.codec;

import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.AuctionEvent.AuctionAnnounced;
import org.tallystick.ledger.event.AuctionEvent.AuctionAwarded;
import org.tallystick.ledger.event.AuctionEvent.AuctionCompleted;
import org.tallystick.ledger.event.AuctionEvent.AwardIssued;
import org.tallystick.wire.proto.Tally;

/** Steps of primary issuance. */
final class AuctionEventCodec {

    private AuctionEventCodec() {}

    static void put(AuctionEvent event, Tally.Event.Builder message) {
        switch (event) {
            case AuctionAnnounced e ->
                message.setAuctionAnnounced(AuctionCodec.message(new AnnounceAuction(
                        e.auction(), e.asset(), e.offeringAmount(), e.auctionDate(), e.issueDate())));
            case AuctionAwarded e ->
                message.setAuctionAwarded(AuctionCodec.message(
                        new AwardAuction(e.auction(), e.priceMicros(), e.accruedNanos(), e.awards())));
            case AwardIssued e ->
                message.getAwardIssuedBuilder()
                        .setAuction(e.auction())
                        .setAward(e.award())
                        .setProceeds(e.proceeds());
            case AuctionCompleted e -> message.getAuctionCompletedBuilder().setAuction(e.auction());
        }
    }

    static AuctionAnnounced announced(Tally.AnnounceAuction message) {
        AnnounceAuction c = AuctionCodec.decode(message);
        return new AuctionAnnounced(c.auction(), c.asset(), c.offeringAmount(), c.auctionDate(), c.issueDate());
    }

    static AuctionAwarded awarded(Tally.AwardAuction message) {
        AwardAuction c = AuctionCodec.decode(message);
        return new AuctionAwarded(c.auction(), c.priceMicros(), c.accruedNanos(), c.awards());
    }

    static AwardIssued decode(Tally.AwardIssued message) {
        return new AwardIssued(message.getAuction(), message.getAward(), message.getProceeds());
    }

    static AuctionCompleted decode(Tally.AuctionCompleted message) {
        return new AuctionCompleted(message.getAuction());
    }
}
