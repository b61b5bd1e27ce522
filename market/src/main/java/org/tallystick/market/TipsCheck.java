package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.AccruedInterest;
import org.tallystick.ledger.treasury.CouponPrice;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.ledger.treasury.FixedCoupon;

/** TIPS: index ratio, real price from the real yield, and both price and accrued interest times the index ratio. */
final class TipsCheck {
    private TipsCheck() {}

    static void check(Auction auction, FigureSheet sheet) throws IncompleteAuctionException {
        sheet.read(AuctionedSecurity.readings(auction), real -> check(auction, real, sheet));
    }

    private static void check(Auction auction, FixedCoupon real, FigureSheet sheet) {
        Auction.Figures figures = auction.figures();
        LocalDate issue = auction.dates().issue();
        BigDecimal ratio = indexRatio(figures);
        if (ratio != null && figures.refCpiOnIssueDate() != null) {
            sheet.compare(Figure.INDEX_RATIO, figures.indexRatio(), ratio);
        }
        BigDecimal accrued = Decimals.of(AccruedInterest.per1000E5(real, issue), 5);
        sheet.compare(Figure.ACCRUED_INTEREST, figures.unadjustedAccruedPer1000(), accrued);
        if (ratio != null) {
            sheet.compare(
                    Figure.ADJUSTED_ACCRUED_INTEREST,
                    figures.adjustedAccruedPer1000(),
                    Decimals.rounded(accrued.multiply(ratio), 5));
        }
        Long realYield = auction.rates().highYield();
        if (realYield == null) {
            sheet.cannotPrice("no yield is published");
            return;
        }
        BigDecimal price =
                Decimals.of(CouponPrice.atYield(real, realYield, issue).cleanMicros(), 6);
        comparePrices(auction, price, ratio, sheet);
    }

    /** From the published reference CPIs, or as published where they are not; null where neither is. */
    private static @Nullable BigDecimal indexRatio(Auction.Figures figures) {
        BigDecimal onIssue = figures.refCpiOnIssueDate();
        BigDecimal onDated = figures.refCpiOnDatedDate();
        return onIssue == null || onDated == null
                ? figures.indexRatio()
                : Decimals.of(CpiTable.indexRatioE5(Decimals.scaled(onIssue, 5), Decimals.scaled(onDated, 5)), 5);
    }

    /** The plain price of a TIPS is the adjusted one in some records and the unadjusted one in others: either is right. */
    private static void comparePrices(
            Auction auction, BigDecimal realPrice, @Nullable BigDecimal ratio, FigureSheet sheet) {
        Auction.Figures figures = auction.figures();
        BigDecimal price = figures.price() == null ? figures.highPrice() : figures.price();
        BigDecimal unadjusted = figures.unadjustedPrice();
        BigDecimal adjusted = figures.adjustedPrice();
        BigDecimal shown = unadjusted != null ? unadjusted : adjusted != null ? adjusted : price;
        if (shown == null) {
            return;
        }
        int decimals = Practice.priceDecimals(auction, shown);
        BigDecimal real = Decimals.rounded(realPrice, decimals);
        sheet.comparePrice(Figure.UNADJUSTED_PRICE, unadjusted, real);
        if (ratio == null) {
            comparePriceOfUnknownKind(price, real, sheet);
            return;
        }
        BigDecimal indexed = real.multiply(ratio);
        sheet.comparePrice(Figure.ADJUSTED_PRICE, adjusted, asShown(auction, indexed, adjusted));
        boolean isReal = price != null && price.compareTo(real) == 0;
        sheet.comparePrice(Figure.PRICE, price, isReal ? real : asShown(auction, indexed, price));
    }

    /** Old records may show the one price with three decimals and the other with six. */
    private static BigDecimal asShown(Auction auction, BigDecimal value, @Nullable BigDecimal shown) {
        return Decimals.rounded(value, Practice.priceDecimals(auction, shown == null ? value : shown));
    }

    /** Without an index ratio a price that is not the unadjusted one may be the adjusted one, or neither. */
    private static void comparePriceOfUnknownKind(@Nullable BigDecimal price, BigDecimal real, FigureSheet sheet) {
        if (price != null && price.compareTo(real) == 0) {
            sheet.comparePrice(Figure.PRICE, price, real);
        } else {
            sheet.cannotPrice("no index ratio is published, nor the reference CPIs it comes from");
        }
    }
}
