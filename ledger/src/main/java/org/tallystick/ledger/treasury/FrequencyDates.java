package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import org.tallystick.ledger.money.Rational;

/**
 * The coupon frequency dates of a maturity date: every {@code months} months before and after it, without regard to when
 * interest starts. If the maturity date is the last day of its month, so is every other date; else the day of the month is
 * kept, or is the month's last where the month is shorter (31 CFR 356 Appendix B, sections I and II, Definitions).
 *
 * @param months 6, or 3 for a floating rate note
 */
public record FrequencyDates(LocalDate maturity, int months) {
    /** The date {@code periods} periods before maturity; negative counts lie after it. */
    LocalDate before(int periods) {
        YearMonth month = YearMonth.from(maturity).minusMonths((long) periods * months);
        boolean monthEnd = maturity.getDayOfMonth() == maturity.lengthOfMonth();
        int day = monthEnd ? month.lengthOfMonth() : Math.min(maturity.getDayOfMonth(), month.lengthOfMonth());
        return month.atDay(day);
    }

    /** How many periods before maturity the last date on or before {@code date} lies. */
    int periodsBefore(LocalDate date) {
        long monthsApart = YearMonth.from(maturity).getLong(ChronoField.PROLEPTIC_MONTH)
                - YearMonth.from(date).getLong(ChronoField.PROLEPTIC_MONTH);
        int periods = Math.toIntExact(Math.floorDiv(monthsApart, (long) months));
        return before(periods).isAfter(date) ? periods + 1 : periods;
    }

    /** The last frequency date on or before {@code date}. */
    public LocalDate onOrBefore(LocalDate date) {
        return before(periodsBefore(date));
    }

    /** The first frequency date after {@code date}. */
    public LocalDate after(LocalDate date) {
        return before(periodsBefore(date) - 1);
    }

    boolean contains(LocalDate date) {
        return onOrBefore(date).equals(date);
    }

    /** The time between two dates in periods, exact: each broken period counts its days over the days of the whole one. */
    Rational between(LocalDate from, LocalDate to) {
        Rational periods = Rational.ZERO;
        for (LocalDate start = from; start.isBefore(to); ) {
            LocalDate end = after(start);
            LocalDate until = end.isBefore(to) ? end : to;
            periods = periods.plus(Rational.of(Interest.days(start, until), Interest.days(onOrBefore(start), end)));
            start = until;
        }
        return periods;
    }
}
