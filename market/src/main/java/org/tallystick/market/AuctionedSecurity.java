package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
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
        return of(auction, auction.dates().maturity());
    }

    /** The security as if it matured on another date: how a callable bond is priced to its call. */
    static Security of(Auction auction, LocalDate maturity) throws IncompleteAuctionException {
        try {
            return switch (auction.type()) {
                case BILL -> bill(auction, maturity);
                case NOTE, BOND -> fixedCoupon(auction, maturity);
                case TIPS -> tips(auction, maturity);
                case FRN -> floatingRateNote(auction, maturity);
            };
        } catch (IllegalArgumentException e) {
            throw new IncompleteAuctionException("the terms contradict each other: " + e.getMessage());
        }
    }

    /** The real cash flows of a TIPS, which need no CPI: those of a nominal security with the real coupon. */
    static FixedCoupon realTerms(Auction tips) throws IncompleteAuctionException {
        try {
            return fixedCoupon(tips, tips.dates().maturity());
        } catch (IllegalArgumentException e) {
            throw new IncompleteAuctionException("the terms contradict each other: " + e.getMessage());
        }
    }

    private static Bill bill(Auction auction, LocalDate maturity) {
        LocalDate original = auction.dates().originalIssue();
        LocalDate issue = auction.dates().issue();
        return new Bill(auction.cusip(), original == null || original.isAfter(issue) ? issue : original, maturity);
    }

    private static FixedCoupon fixedCoupon(Auction auction, LocalDate maturity) throws IncompleteAuctionException {
        InterestDates dates = InterestDates.of(auction, maturity, 6);
        return new FixedCoupon(auction.cusip(), coupon(auction), dates.dated(), dates.first(), maturity);
    }

    private static Tips tips(Auction auction, LocalDate maturity) throws IncompleteAuctionException {
        BigDecimal refCpi = auction.figures().refCpiOnDatedDate();
        if (refCpi == null) {
            throw new IncompleteAuctionException("no reference CPI on the dated date is published");
        }
        InterestDates dates = InterestDates.of(auction, maturity, 6);
        long refCpiE5 = Decimals.scaled(refCpi, 5);
        return new Tips(auction.cusip(), coupon(auction), dates.dated(), dates.first(), maturity, refCpiE5);
    }

    private static FloatingRateNote floatingRateNote(Auction auction, LocalDate maturity)
            throws IncompleteAuctionException {
        Long spread = auction.terms().spreadPercentNanos();
        if (spread == null) {
            throw new IncompleteAuctionException("no spread is published");
        }
        InterestDates dates = InterestDates.of(auction, maturity, 3);
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
        static InterestDates of(Auction auction, LocalDate maturity, int months) {
            FrequencyDates periods = new FrequencyDates(maturity, months);
            Auction.Dates dates = auction.dates();
            LocalDate dated = dated(auction, periods);
            LocalDate first = first(dates.firstInterest(), periods);
            if (first == null || !dated.isBefore(first)) {
                first = periods.after(dates.issue());
            }
            LocalDate lastBeforeFirst = periods.onOrBefore(first.minusDays(1));
            if (auction.terms().regularFirstPeriod()
                    && first.isAfter(dates.issue())
                    && dated.isBefore(lastBeforeFirst)) {
                dated = lastBeforeFirst;
            }
            return new InterestDates(dated, first);
        }

        private static LocalDate dated(Auction auction, FrequencyDates periods) {
            Auction.Dates dates = auction.dates();
            if (dates.dated() != null) {
                return dates.dated();
            }
            BigDecimal accrued = auction.figures().accruedPer1000();
            boolean accrues = auction.reopening() || (accrued != null && accrued.signum() > 0);
            return accrues ? periods.onOrBefore(dates.issue()) : dates.issue();
        }

        private static @Nullable LocalDate first(@Nullable LocalDate published, FrequencyDates periods) {
            if (published == null) {
                return null;
            }
            LocalDate unmoved = periods.onOrBefore(published);
            return published.isAfter(unmoved.plusDays(MOST_DAYS_MOVED)) ? published : unmoved;
        }
    }
}
