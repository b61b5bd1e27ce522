package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tallystick.ledger.money.MulDiv;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;

/**
 * Interest on one unit of par, exact: multiply by a par amount and round once, however the payment is shared out.
 *
 * <p>31 CFR 356 Appendix B, section I. A regular period pays half a year's coupon whatever its days. Days outside a regular
 * period count at a daily decimal per $1,000 that the regulation rounds to nine places; so does a day of a floating rate
 * note, per $100.
 */
public final class Interest {
    private static final int FLOATING_YEAR_DAYS = 360;

    private Interest() {}

    /**
     * What one unit of par is paid on an interest date: half the coupon, or for an odd first period its days.
     *
     * @throws IllegalArgumentException if no interest falls due on that date
     */
    public static Rational due(FixedCoupon security, LocalDate interestDate) {
        return due(security, security.couponPercentNanos(), interestDate);
    }

    /**
     * What one unit of original par is paid on an interest date, its principal having grown by the index ratio.
     *
     * @param indexRatioE5 of the interest date, in hundred-thousandths: {@link CpiTable#indexRatioE5}
     * @throws IllegalArgumentException if no interest falls due on that date
     */
    public static Rational due(Tips security, LocalDate interestDate, long indexRatioE5) {
        return due(security, security.couponPercentNanos(), interestDate).times(Rational.ofScaled(indexRatioE5, 5));
    }

    /**
     * What one unit of par is paid on an interest date: the sum of its days. The period runs from the interest date before,
     * or the dated date, to the day before {@code interestDate}.
     *
     * @return empty if for some day no 13-week auction is known
     * @throws IllegalArgumentException if no interest falls due on that date
     */
    public static Optional<Rational> due(
            FloatingRateNote security, LocalDate interestDate, FrnIndexRates rates, FrnLockouts lockouts) {
        LocalDate start = Schedule.of(security).accrualStart(interestDate);
        return accrued(security, start, interestDate, rates, lockouts);
    }

    /**
     * What one unit of par accrues from {@code from} inclusive to {@code to} exclusive. An empty span accrues nothing.
     *
     * @return empty if for some day no 13-week auction is known
     */
    public static Optional<Rational> accrued(
            FloatingRateNote security, LocalDate from, LocalDate to, FrnIndexRates rates, FrnLockouts lockouts) {
        long per100Nanos = 0;
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            Optional<FrnIndexRates.Auction> auction = rates.effectiveOn(day, lockouts);
            if (auction.isEmpty()) {
                return Optional.empty();
            }
            per100Nanos += floatingDayPer100Nanos(auction.get().indexPercentNanos(), security.spreadPercentNanos());
        }
        return Optional.of(Rational.ofScaled(per100Nanos, 9).dividedBy(100));
    }

    /**
     * One day of a floating rate note, in billionths of a dollar per $100 of par: {@code max(index + spread, 0) / 360},
     * rounded to nine places (section I.C and IV).
     */
    static long floatingDayPer100Nanos(long indexPercentNanos, long spreadPercentNanos) {
        long rate = Math.max(0, Math.addExact(indexPercentNanos, spreadPercentNanos));
        return MulDiv.mulDiv(rate, 1, FLOATING_YEAR_DAYS, Rounding.HALF_UP);
    }

    /**
     * Interest per $1,000 from {@code from} to {@code to}: half the coupon for each whole half-year, and for the days of a
     * broken one the daily decimal, rounded to nine places, times the days (section I.A and I.D).
     */
    static Rational per1000(long couponPercentNanos, LocalDate from, LocalDate to, FrequencyDates halfYears) {
        Rational sum = Rational.ZERO;
        for (LocalDate start = from; start.isBefore(to); ) {
            LocalDate halfYearStart = halfYears.onOrBefore(start);
            LocalDate halfYearEnd = halfYears.after(start);
            LocalDate end = halfYearEnd.isBefore(to) ? halfYearEnd : to;
            boolean whole = start.equals(halfYearStart) && end.equals(halfYearEnd);
            sum = sum.plus(
                    whole
                            ? halfYearPer1000(couponPercentNanos)
                            : dailyDecimalPer1000(couponPercentNanos, days(halfYearStart, halfYearEnd))
                                    .times(days(start, end)));
            start = end;
        }
        return sum;
    }

    private static Rational dailyDecimalPer1000(long couponPercentNanos, long daysInHalfYear) {
        return halfYearPer1000(couponPercentNanos).dividedBy(daysInHalfYear).rounded(9);
    }

    /** Half a year's coupon on $1,000: five dollars for each percent. */
    static Rational halfYearPer1000(long couponPercentNanos) {
        return Rational.ofScaled(couponPercentNanos, 9).times(5);
    }

    private static Rational due(CouponSecurity security, long couponPercentNanos, LocalDate interestDate) {
        Schedule schedule = Schedule.of(security);
        return per1000(couponPercentNanos, schedule.accrualStart(interestDate), interestDate, schedule.periods())
                .dividedBy(1000);
    }

    static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
