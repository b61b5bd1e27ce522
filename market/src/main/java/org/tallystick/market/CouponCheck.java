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
        Auction.Rates rates = auction.rates();
        Auction.Figures figures = auction.figures();
        FixedCoupon security = (FixedCoupon) AuctionedSecurity.of(auction);
        if (figures.accruedPer1000() != null) {
            long accrued = AccruedInterest.per1000E5(security, auction.dates().issue());
            sheet.compare(Figure.ACCRUED_INTEREST, figures.accruedPer1000(), Decimals.of(accrued, 5));
        }
        boolean atAverage = !auction.singlePrice() || rates.highYield() == null;
        Long saleYield = atAverage && rates.averageYield() != null ? rates.averageYield() : rates.highYield();
        if (saleYield == null) {
            sheet.cannotPrice("no yield is published");
        }
        comparePrice(auction, sheet, Figure.PRICE, saleYield, figures.price());
        comparePrice(auction, sheet, Figure.HIGH_PRICE, rates.highYield(), figures.highPrice());
        comparePrice(auction, sheet, Figure.AVERAGE_PRICE, rates.averageYield(), figures.averagePrice());
        comparePrice(auction, sheet, Figure.LOW_PRICE, rates.lowYield(), figures.lowPrice());
    }

    private static void comparePrice(
            Auction auction,
            FigureSheet sheet,
            Figure figure,
            @Nullable Long yieldPercentNanos,
            @Nullable BigDecimal published)
            throws IncompleteAuctionException {
        if (yieldPercentNanos == null || published == null) {
            return;
        }
        FixedCoupon security = (FixedCoupon) AuctionedSecurity.of(auction, pricedTo(auction, yieldPercentNanos));
        long computed = CouponPrice.atYield(
                        security, yieldPercentNanos, auction.dates().issue())
                .cleanMicros();
        sheet.comparePrice(figure, published, Practice.price(auction, computed, published));
    }

    /**
     * A callable bond worth more than par is priced to its first call, when the Treasury may redeem it at par; any other to
     * maturity. Either way the buyer gets at least the yield.
     */
    private static LocalDate pricedTo(Auction auction, long yieldPercentNanos) {
        LocalDate call = auction.dates().call();
        Long coupon = auction.terms().couponPercentNanos();
        boolean premium = coupon != null && coupon > yieldPercentNanos;
        return call != null
                        && premium
                        && auction.terms().callable()
                        && call.isAfter(auction.dates().issue())
                ? call
                : auction.dates().maturity();
    }
}
