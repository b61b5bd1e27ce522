package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;

/**
 * The price of a floating rate note at a discount margin: 31 CFR 356 Appendix B, section IV.
 *
 * <p>Interest is projected at today's index, discounted at index plus margin:
 *
 * <pre>{@code
 * P_D = A1/B1 + A2/(B1 B2) + ... + AN/(B1 ... BN),   P_C = P_D - AI
 * Ai = days x max(index + spread, 0)/360, and AI in A1, par in AN
 * Bi = 1 + (index + margin) x days/360
 * }</pre>
 *
 * <p>The formulas do not say where to round. The worked examples print every term to nine decimals, and official prices of
 * 2014 to 2022 come out exactly if the index, the daily interest, each factor Bi and each term are rounded to nine decimals
 * and their product is not: unrounded factors are off by a millionth in about one price of eight.
 */
public final class FrnPrice {
    private static final int DECIMALS = 9;

    private FrnPrice() {}

    /**
     * The price without accrued interest, per 100 of par in millionths.
     *
     * @param indexPercentNanos of the settlement date, in billionths of a percent: {@link FrnIndexRates#indexPercentNanos}
     * @param discountMarginPercentNanos in billionths of a percent
     * @param accruedPer100Nanos interest from the dated date, or last interest date, to settlement, in billionths of a dollar
     * @throws IllegalArgumentException if {@code settlement} is not before maturity
     */
    public static long cleanMicros(
            FloatingRateNote note,
            LocalDate settlement,
            long indexPercentNanos,
            long discountMarginPercentNanos,
            long accruedPer100Nanos) {
        if (!settlement.isBefore(note.maturityDate())) {
            throw new IllegalArgumentException(
                    "settlement " + settlement + " is not before the maturity date " + note.maturityDate());
        }
        Rational accrued = Rational.ofScaled(accruedPer100Nanos, DECIMALS);
        Rational day = Rational.ofScaled(
                Interest.floatingDayPer100Nanos(indexPercentNanos, note.spreadPercentNanos()), DECIMALS);
        Rational discountRate = Rational.ofScaled(Math.addExact(indexPercentNanos, discountMarginPercentNanos), 11);
        Rational dirty = Rational.ZERO;
        Rational factor = Rational.ONE;
        LocalDate last = settlement;
        for (LocalDate date : Schedule.of(note).dates()) {
            if (!date.isAfter(settlement)) {
                continue;
            }
            long days = Interest.days(last, date);
            Rational cash = day.times(days);
            if (last.equals(settlement)) {
                cash = cash.plus(accrued);
            }
            if (date.equals(note.maturityDate())) {
                cash = cash.plus(Rational.of(100));
            }
            factor = factor.times(
                    Rational.ONE.plus(discountRate.times(days).dividedBy(360)).rounded(DECIMALS));
            dirty = dirty.plus(cash.dividedBy(factor).rounded(DECIMALS));
            last = date;
        }
        return dirty.minus(accrued).round(6, Rounding.HALF_UP);
    }
}
