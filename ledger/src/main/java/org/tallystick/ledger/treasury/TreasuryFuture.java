package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Root;
import org.tallystick.ledger.money.Rounding;

/**
 * The Treasury futures of the Chicago Board of Trade, and the conversion factor of a deliverable note or bond: its price per
 * dollar of par at a yield of 6 % on the first day of the delivery month (CME Group, "Calculating U.S. Treasury Futures
 * Conversion Factors").
 */
public enum TreasuryFuture {
    TWO_YEAR(1),
    THREE_YEAR(1),
    FIVE_YEAR(1),
    TEN_YEAR(3),
    ULTRA_TEN_YEAR(3),
    BOND(3),
    ULTRA_BOND(3);

    private static final Rational HALF_YEARLY_GROWTH = Rational.of(103, 100);
    private static final int ROOT_DECIMALS = 40;

    /** Remaining maturity is rounded down to a multiple of so many months. */
    private final int monthsOfRounding;

    TreasuryFuture(int monthsOfRounding) {
        this.monthsOfRounding = monthsOfRounding;
    }

    /**
     * The conversion factor, in ten-thousandths: 0.9733 is 9733.
     *
     * @param couponPercentNanos the annual coupon in billionths of a percent
     * @param maturityDate in a month after the delivery month
     * @throws IllegalArgumentException if it is not
     */
    public long conversionFactorE4(long couponPercentNanos, YearMonth deliveryMonth, LocalDate maturityDate) {
        long months = deliveryMonth.until(YearMonth.from(maturityDate), ChronoUnit.MONTHS);
        if (months <= 0) {
            throw new IllegalArgumentException(
                    "maturity " + maturityDate + " is not after the delivery month " + deliveryMonth);
        }
        int n = Math.toIntExact(months / 12);
        int z = Math.toIntExact(months % 12) / monthsOfRounding * monthsOfRounding;
        boolean extraHalfYear = z >= 7;
        // For the quarterly contracts z is 9 at most, and 9 - 6 is the 3 that the rule names.
        int v = extraHalfYear ? z - 6 : z;

        Rational coupon = Rational.ofScaled(couponPercentNanos, 11);
        Rational a = Rational.ONE.dividedBy(Root.floor(HALF_YEARLY_GROWTH.pow(v), 6, ROOT_DECIMALS));
        Rational b = coupon.dividedBy(2).times(6 - v).dividedBy(6);
        Rational c = Rational.ONE.dividedBy(HALF_YEARLY_GROWTH.pow(extraHalfYear ? 2 * n + 1 : 2 * n));
        Rational d = coupon.dividedBy(Rational.ofScaled(6, 2)).times(Rational.ONE.minus(c));
        return a.times(coupon.dividedBy(2).plus(c).plus(d)).minus(b).round(4, Rounding.HALF_UP);
    }
}
