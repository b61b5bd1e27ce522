package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** To how many decimals the Treasury published, which changed over the years. */
final class Practice {
    /** The first auctions with prices of six decimals; before, they had three. */
    private static final LocalDate SIX_DECIMAL_PRICES = LocalDate.of(2004, 9, 20);

    /**
     * Until then bills were bid for by price, to three decimals, and the discount rate followed from it (31 CFR 356 Appendix
     * B, section VI.C, note).
     */
    private static final LocalDate BILLS_SOLD_BY_RATE = LocalDate.of(1983, 4, 18);

    private Practice() {}

    /**
     * The rate at which the published price was paid: the highest accepted, in a multiple-price auction the average, which
     * non-competitive bidders paid, unless only the highest gives that price.
     */
    static @Nullable Long saleRate(
            Auction auction, @Nullable Long high, @Nullable Long average, Predicate<Long> givesThePrice) {
        boolean atHigh = auction.singlePrice()
                || average == null
                || high != null && !givesThePrice.test(average) && givesThePrice.test(high);
        return atHigh ? high : average;
    }

    static boolean billsSoldByPrice(Auction auction) {
        return auction.dates().auctionOrIssue().isBefore(BILLS_SOLD_BY_RATE);
    }

    /** Six, or three for an old price that shows no more. */
    static int priceDecimals(Auction auction, BigDecimal published) {
        boolean old = auction.dates().auctionOrIssue().isBefore(SIX_DECIMAL_PRICES);
        return old && Decimals.significant(published) <= 3 ? 3 : 6;
    }

    /** A price in millionths as published: rounded to six decimals first, and from there to three if prices had three. */
    static BigDecimal price(Auction auction, long priceMicros, BigDecimal published) {
        return Decimals.rounded(Decimals.of(priceMicros, 6), priceDecimals(auction, published));
    }

    /**
     * The decimals of a published rate: those of the bids, or where the record does not say, of the rates themselves, of which
     * there were never fewer than two.
     */
    static int rateDecimals(Auction auction, BigDecimal published) {
        Integer bidDecimals = auction.bidDecimals();
        if (bidDecimals != null && bidDecimals >= 2 && bidDecimals <= 3) {
            return Math.max(bidDecimals, Math.min(3, Decimals.significant(published)));
        }
        return Stream.of(
                                published,
                                rate(auction.rates().highDiscountRate()),
                                rate(auction.rates().averageDiscountRate()))
                        .anyMatch(rate -> Decimals.significant(rate) > 2)
                ? 3
                : auction.dates().auctionOrIssue().isBefore(SIX_DECIMAL_PRICES) ? 2 : 3;
    }

    private static BigDecimal rate(@Nullable Long percentNanos) {
        return percentNanos == null ? BigDecimal.ZERO : Decimals.of(percentNanos, 9);
    }
}
