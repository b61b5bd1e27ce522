package org.tallystick.wire.codec;

import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.wire.proto.Tally;

/** Auctions: announce and award. The facts of the same content have the same messages. */
final class AuctionCodec {

    private AuctionCodec() {}

    static void put(AuctionCommand command, Tally.Command.Builder message) {
        switch (command) {
            case AnnounceAuction announce -> message.setAnnounceAuction(message(announce));
            case AwardAuction award -> message.setAwardAuction(message(award));
        }
    }

    static Tally.AnnounceAuction message(AnnounceAuction announce) {
        return Tally.AnnounceAuction.newBuilder()
                .setAuction(announce.auction())
                .setAsset(announce.asset())
                .setOfferingAmount(announce.offeringAmount())
                .setAuctionDate(Values.encode(announce.auctionDate()))
                .setIssueDate(Values.encode(announce.issueDate()))
                .build();
    }

    static Tally.AwardAuction message(AwardAuction award) {
        Tally.AwardAuction.Builder message = Tally.AwardAuction.newBuilder()
                .setAuction(award.auction())
                .setPriceMicros(award.priceMicros())
                .setAccruedNanos(award.accruedNanos());
        for (Award one : award.awards()) {
            message.addAwards(Values.encode(one));
        }
        return message.build();
    }

    static AnnounceAuction decode(Tally.AnnounceAuction message) {
        return new AnnounceAuction(
                message.getAuction(),
                message.getAsset(),
                message.getOfferingAmount(),
                Values.decode("auction_date", message.hasAuctionDate(), message.getAuctionDate()),
                Values.decode("issue_date", message.hasIssueDate(), message.getIssueDate()));
    }

    static AwardAuction decode(Tally.AwardAuction message) {
        return new AwardAuction(
                message.getAuction(),
                message.getPriceMicros(),
                message.getAccruedNanos(),
                Values.each(message.getAwardsList(), Values::decode));
    }
}
