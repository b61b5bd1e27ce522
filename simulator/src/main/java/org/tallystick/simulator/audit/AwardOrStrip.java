package org.tallystick.simulator.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.AuctionEvent.AuctionAnnounced;
import org.tallystick.ledger.event.AuctionEvent.AuctionAwarded;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent.AssetRegistered;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.treasury.CouponSecurity;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Tips;

/**
 * Securities come into being as awarded, each award once and against its price; stripping and reconstituting exchange par
 * for every payment that remains, and for nothing else.
 */
final class AwardOrStrip implements Check {

    @Override
    public String rule() {
        return "award or strip";
    }

    static boolean explainsIssue(Event event) {
        return event instanceof AuctionEvent.AwardIssued
                || event instanceof ServicingEvent.SecurityStripped
                || event instanceof ServicingEvent.SecurityReconstituted;
    }

    @Override
    public void group(Cause cause, List<Event> events, Model before, Findings findings) {
        for (Event event : events) {
            switch (event) {
                case ServicingEvent.SecurityStripped e -> {
                    exchanged(e.asset(), e.account(), e.par(), true, events, before, findings);
                    byOwner(e.account(), cause, before, findings);
                }
                case ServicingEvent.SecurityReconstituted e -> {
                    exchanged(e.asset(), e.account(), e.par(), false, events, before, findings);
                    byOwner(e.account(), cause, before, findings);
                }
                case AuctionEvent.AwardIssued e -> issued(e, events, before, findings);
                case Event other -> {}
            }
        }
    }

    private void byOwner(int account, Cause cause, Model before, Findings findings) {
        findings.expect(
                cause.consents(before.registered().ownerOf(account)),
                this,
                "securities on account " + account + " were exchanged without its owner");
    }

    // --- Awards ---

    private void issued(AuctionEvent.AwardIssued e, List<Event> events, Model before, Findings findings) {
        AuctionAnnounced auction = before.primary().announced(e.auction());
        AuctionAwarded awarded = awarded(e.auction(), events, before);
        if (auction == null
                || awarded == null
                || e.award() < 0
                || e.award() >= awarded.awards().size()) {
            findings.add(this, "award " + e.award() + " of auction " + e.auction() + " was issued, but never made");
            return;
        }
        findings.expect(
                !before.primary().issued(e.auction()).contains(e.award()),
                this,
                "award " + e.award() + " of auction " + e.auction() + " was issued twice");
        Award award = awarded.awards().get(e.award());
        findings.expect(
                events.contains(new Movement.Issued(auction.asset(), award.account(), award.par())),
                this,
                "award " + e.award() + " of auction " + e.auction() + " is called issued, but par " + award.par()
                        + " did not reach account " + award.account());
        LocalDate today = before.registered().businessDate();
        findings.expect(
                today != null && !today.isBefore(auction.issueDate()),
                this,
                "auction " + e.auction() + " was issued on " + today + ", before " + auction.issueDate());
        price(e, auction.asset(), award, awarded, before, findings);
    }

    private static @Nullable AuctionAwarded awarded(int auction, List<Event> events, Model before) {
        for (Event event : events) {
            if (event instanceof AuctionAwarded awarded && awarded.auction() == auction) {
                return awarded;
            }
        }
        return before.primary().awarded(auction);
    }

    /** Price plus accrued interest, per 100 par, on the award's par; to the minor unit of cash. */
    private void price(
            AuctionEvent.AwardIssued e,
            int assetNumber,
            Award award,
            AuctionAwarded awarded,
            Model before,
            Findings findings) {
        AssetRegistered asset = before.registered().asset(assetNumber);
        if (asset == null || !(asset.terms() instanceof AssetTerms.Treasury treasury)) {
            findings.add(this, "an award of asset " + assetNumber + " was issued, which is no security");
            return;
        }
        AssetRegistered cash = before.registered().asset(treasury.cashAsset());
        int cashScale = cash == null ? 0 : cash.scale();
        BigDecimal per100 =
                BigDecimal.valueOf(awarded.priceMicros(), 6).add(BigDecimal.valueOf(awarded.accruedNanos(), 9));
        BigInteger price = BigDecimal.valueOf(award.par(), asset.scale())
                .multiply(per100)
                .movePointLeft(2)
                .setScale(cashScale, RoundingMode.HALF_UP)
                .unscaledValue();
        findings.expect(
                price.equals(BigInteger.valueOf(e.proceeds())),
                this,
                "award " + e.award() + " of auction " + e.auction() + " cost " + e.proceeds() + ", its price is "
                        + price);
    }

    // --- Strips ---

    private void exchanged(
            int assetNumber,
            int account,
            long par,
            boolean stripping,
            List<Event> events,
            Model before,
            Findings findings) {
        AssetRegistered asset = before.registered().asset(assetNumber);
        if (asset == null
                || !(asset.terms() instanceof AssetTerms.Treasury treasury)
                || !(treasury.security() instanceof CouponSecurity security)) {
            findings.add(this, "asset " + assetNumber + " has no payments to exchange");
            return;
        }
        Event whole = stripping
                ? new Movement.Redeemed(assetNumber, account, par)
                : new Movement.Issued(assetNumber, account, par);
        findings.expect(events.contains(whole), this, "par " + par + " of asset " + assetNumber + " was not exchanged");
        TreeSet<LocalDate> missing = datesAfterToday(security, before);
        boolean principal = false;
        for (Event event : events) {
            AssetTerms.Treasury part = part(event, account, stripping, before);
            if (part == null) {
                continue;
            }
            if (part.security() instanceof InterestStrip strip && !missing.remove(strip.paymentDate())) {
                findings.add(this, "asset " + assetNumber + " has no payment on " + strip.paymentDate());
            }
            principal |= part.security() instanceof PrincipalStrip strip
                    && strip.stripped().equals(security.cusip())
                    && amountOf(event) == par;
        }
        findings.expect(
                missing.isEmpty() || couponOf(security) == 0,
                this,
                "payments of " + missing + " were left out of the exchange of asset " + assetNumber);
        findings.expect(principal, this, "the principal was left out of the exchange of asset " + assetNumber);
    }

    private static long couponOf(CouponSecurity security) {
        return switch (security) {
            case FixedCoupon note -> note.couponPercentNanos();
            case Tips tips -> tips.couponPercentNanos();
            case FloatingRateNote note -> 1;
        };
    }

    private static long amountOf(Event event) {
        return switch (event) {
            case Movement.Issued m -> m.amount();
            case Movement.Redeemed m -> m.amount();
            case Event other -> 0;
        };
    }

    /** The terms of a component that came (stripping) or went (reconstituting) on the account by this event. */
    private static AssetTerms.@Nullable Treasury part(Event event, int account, boolean stripping, Model before) {
        int number = switch (event) {
            case Movement.Issued m -> stripping && m.account() == account ? m.asset() : 0;
            case Movement.Redeemed m -> !stripping && m.account() == account ? m.asset() : 0;
            case Event other -> 0;
        };
        AssetRegistered asset = before.registered().asset(number);
        return asset != null && asset.terms() instanceof AssetTerms.Treasury treasury ? treasury : null;
    }

    private static TreeSet<LocalDate> datesAfterToday(CouponSecurity security, Model before) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        LocalDate today = before.registered().businessDate();
        LocalDate date = security.maturityDate();
        while (today != null && date.isAfter(today) && !date.isBefore(security.firstInterestDate())) {
            dates.add(date);
            date = FirstPrinciples.stepBack(security.maturityDate(), date, 6);
        }
        return dates;
    }
}
