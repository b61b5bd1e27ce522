package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.treasury.Cusip;

/**
 * Primary issuance as the record tells it: announced, awarded at the official price to the classes of bidders, and paid for
 * by holds that the bidders place in favour of the auction.
 */
final class AuctionDesk {

    private static final int SCALE = 2;
    private static final int DAYS_A_HOLD_OUTLASTS_THE_ISSUE = 10;

    /** One award in so many is not paid for in time, and becomes an obligation. */
    private static final int LATE_ONCE_IN = 60;

    private final Desk desk;
    private final Cast cast;
    private final Market market;
    private final Draw draw;
    private final Map<Cusip, Integer> assets = new HashMap<>();
    private final Map<Sale, Integer> auctions = new HashMap<>();

    AuctionDesk(Desk desk, Cast cast, Market market, Draw draw) {
        this.desk = desk;
        this.cast = cast;
        this.market = market;
        this.draw = draw;
    }

    void announce(List<Sale> sales) {
        List<Command> registrations = new ArrayList<>();
        List<Command> announcements = new ArrayList<>();
        for (Sale sale : sales) {
            Integer known = assets.get(sale.security().cusip());
            int asset = known == null ? Numbers.LAST_CASH_ASSET + assets.size() + 1 : known;
            if (known == null) {
                assets.put(sale.security().cusip(), asset);
                registrations.add(registration(asset, sale));
            }
            int auction = auctions.size() + 1;
            auctions.put(sale, auction);
            long offering = Math.max(
                    sale.record().awards().offeringCents() / sale.lotCents() * sale.lotCents(), sale.parCents());
            announcements.add(new AnnounceAuction(auction, asset, offering, sale.auctioned(), sale.issued()));
        }
        if (!registrations.isEmpty()) {
            desk.accepted("register securities", cast.operator, registrations);
        }
        desk.accepted("announce auctions", cast.treasury, announcements);
    }

    private Command registration(int asset, Sale sale) {
        return new RegisterAsset(
                asset,
                sale.security().cusip().value(),
                cast.treasury.number(),
                SCALE,
                sale.lotCents(),
                new AssetTerms.Treasury(sale.security(), Numbers.USD, cast.treasury.number(), cast.operator.number()));
    }

    void award(List<Sale> sales) {
        List<Command> prices = new ArrayList<>();
        for (Sale sale : sales) {
            int asset = assetOf(sale);
            commitPrice(sale);
            List<Award> awards = new ArrayList<>();
            for (Sale.Share share : sale.shares()) {
                awards.add(new Award(cast.bidder(share.bidders()).number(), share.parCents()));
            }
            OfficialPrice price = sale.price();
            desk.accepted(
                    "award an auction",
                    cast.treasury,
                    new AwardAuction(auctionOf(sale), price.priceMicros(), price.accruedNanos(), awards));
            prices.add(new PublishPrice(asset, desk.date(), price.priceMicros(), "TreasuryDirect"));
            market.add(asset, sale);
        }
        desk.accepted("publish auction prices", cast.operator, prices);
    }

    private int assetOf(Sale sale) {
        return assets.getOrDefault(sale.security().cusip(), 0);
    }

    private int auctionOf(Sale sale) {
        return auctions.getOrDefault(sale, 0);
    }

    /** Each bidder holds the price of its award in favour of the auction, with money from the reserve bank where it lacks any. */
    private void commitPrice(Sale sale) {
        long expiry = millis(sale.issued().plusDays(DAYS_A_HOLD_OUTLASTS_THE_ISSUE));
        List<Command> lent = new ArrayList<>();
        Map<Actor, Command> holds = new LinkedHashMap<>();
        for (Sale.Share share : sale.shares()) {
            if (draw.onceIn(LATE_ONCE_IN)) {
                continue;
            }
            Actor bidder = cast.bidder(share.bidders());
            long price = sale.price().proceedsCents(share.parCents());
            long available = desk.ledger().book().available(bidder.number(), Numbers.USD);
            if (price > available) {
                lent.add(new IssueCash(Numbers.USD, bidder.number(), price - available));
            }
            holds.put(
                    bidder,
                    new PlaceHold(
                            bidder.number(),
                            Numbers.USD,
                            price,
                            new Beneficiary.Auction(auctionOf(sale)),
                            expiry,
                            "award of " + sale.security().cusip().value()));
        }
        if (!lent.isEmpty()) {
            desk.accepted("supply bidders with dollars", cast.reserveBank, lent);
        }
        holds.forEach((bidder, hold) -> desk.accepted("commit the price of an award", bidder, hold));
    }

    private static long millis(LocalDate date) {
        return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC) * 1000;
    }
}
