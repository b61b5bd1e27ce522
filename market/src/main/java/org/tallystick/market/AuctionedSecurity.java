package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.FrequencyDates;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/**
 * The security that an auction sold, from its record.
 *
 * <p>Records of re-openings differ in which dates they give: the dated date may be the original one or the last interest date,
 * the first interest date the security's very first or the next. Both tellings give the same cash flows from the issue date
 * on, and so the same price; here they are brought to one that does not contradict itself.
 */
public final class AuctionedSecurity {
    /** A published interest date may have been moved past a weekend and a holiday. */
    private static final int MOST_DAYS_MOVED = 4;

    private AuctionedSecurity() {}

    /** @throws IncompleteAuctionException if the record lacks a term of its kind of security */
    public static Security of(Auction auction) throws IncompleteAuctionException {
        LocalDate maturity = auction.dates().maturity();
        try {
            return switch (auction.type()) {
                case BILL -> bill(auction, maturity);
                case NOTE, BOND -> readings(auction).getFirst();
                case TIPS -> tips(auction, maturity);
                case FRN -> floatingRateNote(auction, maturity);
            };
        } catch (IllegalArgumentException e) {
            throw contradicting(e);
        }
    }

    /**
     * The fixed cash flows of a note, a bond or a TIPS before indexing, as the record can be read, likeliest first. A record
     * that tells all its dates has one reading or two; one that leaves out the dated date or the first interest date more.
     */
    static List<FixedCoupon> readings(Auction auction) throws IncompleteAuctionException {
        long coupon = coupon(auction);
        LocalDate maturity = auction.dates().maturity();
        List<FixedCoupon> readings = new ArrayList<>();
        try {
            for (InterestDates dates : InterestDates.readings(auction, new FrequencyDates(maturity, 6))) {
                readings.add(new FixedCoupon(auction.cusip(), coupon, dates.dated(), dates.first(), maturity));
            }
        } catch (IllegalArgumentException e) {
            throw contradicting(e);
        }
        return readings;
    }

    private static IncompleteAuctionException contradicting(IllegalArgumentException e) {
        return new IncompleteAuctionException("the terms contradict each other: " + e.getMessage());
    }

    private static Bill bill(Auction auction, LocalDate maturity) {
        LocalDate original = auction.dates().originalIssue();
        LocalDate issue = auction.dates().issue();
        return new Bill(auction.cusip(), original == null || original.isAfter(issue) ? issue : original, maturity);
    }

    private static Tips tips(Auction auction, LocalDate maturity) throws IncompleteAuctionException {
        BigDecimal refCpi = auction.figures().refCpiOnDatedDate();
        if (refCpi == null) {
            throw new IncompleteAuctionException("no reference CPI on the dated date is published");
        }
        InterestDates dates = InterestDates.of(auction, new FrequencyDates(maturity, 6));
        long refCpiE5 = Decimals.scaled(refCpi, 5);
        return new Tips(auction.cusip(), coupon(auction), dates.dated(), dates.first(), maturity, refCpiE5);
    }

    private static FloatingRateNote floatingRateNote(Auction auction, LocalDate maturity)
            throws IncompleteAuctionException {
        Long spread = auction.terms().spreadPercentNanos();
        if (spread == null) {
            throw new IncompleteAuctionException("no spread is published");
        }
        InterestDates dates = InterestDates.of(auction, new FrequencyDates(maturity, 3));
        return new FloatingRateNote(auction.cusip(), spread, dates.dated(), dates.first(), maturity);
    }

    private static long coupon(Auction auction) throws IncompleteAuctionException {
        Long coupon = auction.terms().couponPercentNanos();
        if (coupon == null) {
            throw new IncompleteAuctionException("no interest rate is published");
        }
        return coupon;
    }

    /** The dated and first interest dates, brought to agree. */
    private record InterestDates(LocalDate dated, LocalDate first) {
        static InterestDates of(Auction auction, FrequencyDates periods) {
            return readings(auction, periods).getFirst();
        }

        static List<InterestDates> readings(Auction auction, FrequencyDates periods) {
            Set<InterestDates> readings = new LinkedHashSet<>();
            for (LocalDate dated : dated(auction, periods)) {
                for (LocalDate first : first(auction, dated, periods)) {
                    LocalDate lastBeforeFirst = periods.onOrBefore(first.minusDays(1));
                    LocalDate issue = auction.dates().issue();
                    boolean early = dated.isBefore(lastBeforeFirst) && !lastBeforeFirst.isAfter(issue);
                    if (early && first.isAfter(issue) && auction.terms().regularFirstPeriod()) {
                        readings.add(new InterestDates(lastBeforeFirst, first));
                    }
                    readings.add(new InterestDates(dated, first));
                }
            }
            return List.copyOf(readings);
        }

        /** As published; else interest runs from the issue date, or for what existed before from the last interest date. */
        private static List<LocalDate> dated(Auction auction, FrequencyDates periods) {
            Auction.Dates dates = auction.dates();
            if (dates.dated() != null) {
                return List.of(dates.dated());
            }
            boolean accrues = auction.reopening()
                    || isPositive(auction.figures().accruedPer1000())
                    || isPositive(auction.figures().accruedPer100());
            LocalDate lastInterest = periods.onOrBefore(dates.issue());
            return accrues ? List.of(lastInterest, dates.issue()) : List.of(dates.issue(), lastInterest);
        }

        private static boolean isPositive(@Nullable BigDecimal amount) {
            return amount != null && amount.signum() > 0;
        }

        /** As published, before it was moved to a business day; else the next, or for a long first period the one after. */
        private static List<LocalDate> first(Auction auction, LocalDate dated, FrequencyDates periods) {
            LocalDate published = auction.dates().firstInterest();
            if (published != null) {
                LocalDate unmoved = periods.onOrBefore(published);
                LocalDate first = published.isAfter(unmoved.plusDays(MOST_DAYS_MOVED)) ? published : unmoved;
                if (dated.isBefore(first)) {
                    return List.of(first);
                }
            }
            LocalDate next = periods.after(auction.dates().issue());
            LocalDate afterNext = periods.after(next);
            return published != null || afterNext.isAfter(periods.maturity())
                    ? List.of(next)
                    : List.of(next, afterNext);
        }
    }
}
