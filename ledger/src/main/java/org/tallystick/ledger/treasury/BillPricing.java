package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Root;
import org.tallystick.ledger.money.Rounding;

/** Prices and rates of Treasury bills: 31 CFR 356 Appendix B, section VI. Prices are per 100 of par, in millionths. */
public final class BillPricing {
    private static final Rational PAR = Rational.of(100);
    private static final Rational QUARTER = Rational.of(1, 4);

    /** Decimals kept of a square root before the rate is rounded to its few. */
    private static final int ROOT_DECIMALS = 30;

    private BillPricing() {}

    /**
     * {@code P = 100 (1 - d r / 360)}, to six decimals (section VI.A).
     *
     * @param discountRatePercentNanos billionths of a percent
     * @param days from issue to maturity
     */
    public static long priceMicros(long discountRatePercentNanos, long days) {
        Rational discount =
                Rational.ofScaled(discountRatePercentNanos, 9).times(days).dividedBy(360);
        return PAR.minus(discount).round(6, Rounding.HALF_UP);
    }

    /**
     * {@code d = (100 - P) / 100 x 360 / r} as a percentage (section VI.C).
     *
     * @param days from issue to maturity, positive
     * @param decimals of the percentage; published rates have three
     * @return percent, scaled by {@code decimals}: 8.042 % is 8042 at three
     */
    public static long discountRatePercent(long priceMicros, long days, int decimals) {
        return PAR.minus(Rational.ofScaled(priceMicros, 6))
                .times(360)
                .dividedBy(days)
                .round(decimals, Rounding.HALF_UP);
    }

    /**
     * The investment rate, or coupon-equivalent yield, as a percentage (section VI.D): simple up to half a year, a quadratic
     * beyond.
     *
     * @param priceMicros positive, at most 100
     * @param decimals of the percentage; published rates have three
     * @return percent, scaled by {@code decimals}
     */
    public static long investmentRatePercent(
            long priceMicros, LocalDate issueDate, LocalDate maturityDate, int decimals) {
        Rational price = Rational.ofScaled(priceMicros, 6);
        long r = Interest.days(issueDate, maturityDate);
        long y = daysInYearFrom(issueDate);
        Rational rate =
                2 * r <= y ? PAR.minus(price).dividedBy(price).times(y).dividedBy(r) : beyondHalfAYear(price, r, y);
        return rate.times(100).round(decimals, Rounding.HALF_UP);
    }

    /** The positive root of {@code a i² + b i + c = 0}: a = r/2y - 1/4, b = r/y, c = (P - 100)/P. */
    private static Rational beyondHalfAYear(Rational price, long r, long y) {
        Rational b = Rational.of(r, y);
        Rational a = b.dividedBy(2).minus(QUARTER);
        Rational c = price.minus(PAR).dividedBy(price);
        Rational discriminant = b.pow(2).minus(a.times(c).times(4));
        return Root.floor(discriminant, 2, ROOT_DECIMALS).minus(b).dividedBy(a.times(2));
    }

    /**
     * 366 if the year that starts on the issue date contains a 29 February, else 365. A bill issued on a 29 February has its
     * anniversary on the 28th, so its own leap day is behind it.
     */
    static long daysInYearFrom(LocalDate issueDate) {
        return Interest.days(issueDate, issueDate.plusYears(1));
    }
}
