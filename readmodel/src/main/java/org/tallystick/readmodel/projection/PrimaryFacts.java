package org.tallystick.readmodel.projection;

import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.readmodel.view.AuctionView.State;
import org.tallystick.readmodel.view.HoldView.BeneficiaryKind;
import org.tallystick.readmodel.view.StatementLine.Cause;

/** Auctions and what was awarded in them. */
final class PrimaryFacts {

    private final Mirror mirror;
    private final MovementFacts movements;

    PrimaryFacts(Mirror mirror, MovementFacts movements) {
        this.mirror = mirror;
        this.movements = movements;
    }

    void apply(AuctionEvent event, Current at) {
        switch (event) {
            case AuctionEvent.AuctionAnnounced e -> {
                AuctionRow row = new AuctionRow(
                        e.auction(),
                        e.asset(),
                        State.ANNOUNCED.name(),
                        e.auctionDate(),
                        e.issueDate(),
                        e.offeringAmount(),
                        0,
                        0,
                        0,
                        0,
                        0);
                mirror.auctions.put(e.auction(), mirror.change(row));
            }
            case AuctionEvent.AuctionAwarded e -> awarded(e, at);
            case AuctionEvent.AwardIssued e -> issued(e, at);
            case AuctionEvent.AuctionCompleted e -> auction(e.auction(), at).state = State.COMPLETED.name();
        }
    }

    private void awarded(AuctionEvent.AuctionAwarded e, Current at) {
        AuctionRow row = auction(e.auction(), at);
        row.state = State.AWARDED.name();
        row.priceMicros = e.priceMicros();
        row.accruedNanos = e.accruedNanos();
        for (int i = 0; i < e.awards().size(); i++) {
            Award award = e.awards().get(i);
            row.awarded += award.par();
            mirror.addAward(new AwardRow(e.auction(), i, award.account(), award.par(), 0, 0));
        }
    }

    private void issued(AuctionEvent.AwardIssued e, Current at) {
        AuctionRow row = auction(e.auction(), at);
        AwardRow award = mirror.award(e.auction(), e.award());
        if (award == null) {
            throw at.wrong("auction " + e.auction() + " has no award " + e.award());
        }
        mirror.change(award).issuedEntry = at.index;
        award.proceeds = e.proceeds();
        row.issued += award.par;
        row.proceeds += e.proceeds();
        movements.explain(Cause.AUCTION, e.auction(), line -> switch (line.kind) {
            case ISSUED -> line.asset == row.asset && line.account == award.account;
            case RELEASED, DELIVERED -> line.isFor(BeneficiaryKind.AUCTION.name(), e.auction());
            case REDEEMED, POSTED, PLACED -> false;
        });
    }

    private AuctionRow auction(int number, Current at) {
        AuctionRow row = mirror.auctions.find(number);
        if (row == null) {
            throw at.wrong("auction " + number + " was not announced");
        }
        return mirror.change(row);
    }
}
