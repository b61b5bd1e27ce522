package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.AccruedInterest;
import org.tallystick.ledger.treasury.CouponPrice;
import org.tallystick.ledger.treasury.FixedCoupon;

/** Notes and bonds: price from the yield, accrued interest. */
final class CouponCheck {
    private CouponCheck() {}

    static void check(Auction auction, FigureSheet sheet) throws IncompleteAuctionException {
        sheet.read(AuctionedSecurity.readings(auction), security -> check(auction, security, sheet));
    }

    private static void check(Auction auction, FixedCoupon security, FigureSheet sheet) {
        Auction.Rates rates = auction.rates();
        Auction.Figures figures = auction.figures();
        if (figures.accruedPer1000() != null) {
            long accrued = AccruedInterest.per1000E5(security, auction.dates().issue());
            sheet.compare(Figure.ACCRUED_INTEREST, figures.accruedPer1000(), Decimals.of(accrued, 5));
        }
        BigDecimal price = figures.price();
        Long saleYield = Practice.saleRate(
                auction,
                rates.highYield(),
                rates.averageYield(),
                yield -> price != null
                        && priceAt(auction, security, yield, price).compareTo(price) == 0);
        if (saleYield == null) {
            sheet.cannotPrice("no yield is published");
        }
        comparePrice(auction, security, sheet, Figure.PRICE, saleYield, price);
        comparePrice(auction, security, sheet, Figure.HIGH_PRICE, rates.highYield(), figures.highPrice());
        comparePrice(auction, security, sheet, Figure.AVERAGE_PRICE, rates.averageYield(), figures.averagePrice());
        comparePrice(auction, security, sheet, Figure.LOW_PRICE, rates.lowYield(), figures.lowPrice());
    }

    private static void comparePrice(
            Auction auction,
            FixedCoupon security,
            FigureSheet sheet,
            Figure figure,
            @Nullable Long yieldPercentNanos,
            @Nullable BigDecimal published) {
        if (yieldPercentNanos != null && published != null) {
            sheet.comparePrice(figure, published, priceAt(auction, security, yieldPercentNanos, published));
        }
    }

    /** As the record would show it: with the decimals of what it shows. */
    private static BigDecimal priceAt(Auction auction, FixedCoupon security, long yieldPercentNanos, BigDecimal shown) {
        long computed = CouponPrice.atYield(
                        pricedTo(auction, security, yieldPercentNanos),
                        yieldPercentNanos,
                        auction.dates().issue())
                .cleanMicros();
        return Practice.price(auction, computed, shown);
    }

    /**
     * A callable bond worth more than par is priced to its first call, when the Treasury may redeem it at par; any other to
     * maturity. Either way the buyer gets at least the yield.
     */
    private static FixedCoupon pricedTo(Auction auction, FixedCoupon security, long yieldPercentNanos) {
        LocalDate call = auction.dates().call();
        boolean premium = security.couponPercentNanos() > yieldPercentNanos;
        if (call == null
                || !premium
                || !auction.terms().callable()
                || !call.isAfter(auction.dates().issue())) {
            return security;
        }
        return new FixedCoupon(
                security.cusip(),
                security.couponPercentNanos(),
                security.datedDate(),
                security.firstInterestDate(),
                call);
    }
}
