package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Root;
import org.tallystick.ledger.money.Rounding;

/**
 * The consumer price index (CPI-U, not seasonally adjusted) month by month without a gap, as first published: a later
 * revision is never used (31 CFR 356 Appendix B, section I.B.4).
 *
 * @param firstMonth the month of the first value
 * @param cpiThousandths positive, in thousandths: 324.800 is 324,800
 */
public record CpiTable(YearMonth firstMonth, List<Long> cpiThousandths) {
    private static final int MONTHS_OF_LAG = 3;
    private static final int MONTHS_IN_YEAR = 12;
    private static final int ROOT_DECIMALS = 30;

    /** @throws IllegalArgumentException if a value is not positive */
    public CpiTable {
        cpiThousandths = List.copyOf(cpiThousandths);
        cpiThousandths.forEach(value -> Terms.positive("CPI", value));
    }

    /** The last month in the table. */
    public YearMonth lastMonth() {
        return firstMonth.plusMonths(cpiThousandths.size() - 1L);
    }

    /** The index of one month in thousandths; empty if the table does not have it. */
    public OptionalLong cpiThousandths(YearMonth month) {
        long index = monthNumber(month) - monthNumber(firstMonth);
        return index < 0 || index >= cpiThousandths.size()
                ? OptionalLong.empty()
                : OptionalLong.of(cpiThousandths.get((int) index));
    }

    /**
     * The reference CPI of a day in hundred-thousandths: that of the first of the month is the CPI of the third month before,
     * and days between are interpolated; truncated to six decimals, then rounded to five (section I.B.3).
     *
     * @return empty if the table lacks a month it needs; the first of a month needs one, any other day two
     */
    public OptionalLong refCpiE5(LocalDate date) {
        YearMonth month = YearMonth.from(date);
        OptionalLong start = cpiThousandths(month.minusMonths(MONTHS_OF_LAG));
        if (start.isEmpty() || date.getDayOfMonth() == 1) {
            return start.isEmpty() ? start : OptionalLong.of(start.getAsLong() * 100);
        }
        OptionalLong end = cpiThousandths(month.minusMonths(MONTHS_OF_LAG - 1));
        if (end.isEmpty()) {
            return end;
        }
        Rational step =
                Rational.of(date.getDayOfMonth() - 1, date.lengthOfMonth()).times(end.getAsLong() - start.getAsLong());
        return OptionalLong.of(
                truncateTo6RoundTo5(step.plus(Rational.of(start.getAsLong())).dividedBy(1000)));
    }

    /**
     * How much the principal of a TIPS has grown, in hundred-thousandths: truncated to six decimals, then rounded to five
     * (section I.B.2 and 3).
     *
     * @param refCpiE5 of the day in question
     * @param refCpiOnDatedDateE5 of the security's original dated date
     * @throws ArithmeticException if {@code refCpiOnDatedDateE5} is zero
     */
    public static long indexRatioE5(long refCpiE5, long refCpiOnDatedDateE5) {
        return truncateTo6RoundTo5(Rational.of(refCpiE5, refCpiOnDatedDateE5));
    }

    /**
     * The number Treasury announces for a month whose CPI is not reported in time:
     * {@code CPI(last) * (CPI(last) / CPI(last - 12))^(missing / 12)}, section I.B.4(iv), to three decimals. It is never
     * replaced by the CPI reported later.
     *
     * @param lastThousandths the last reported CPI
     * @param yearBeforeThousandths the CPI of twelve months before that
     * @param monthsMissing how many months after the last reported one, 1 or more
     */
    public static long missingCpiThousandths(long lastThousandths, long yearBeforeThousandths, int monthsMissing) {
        Rational last = Rational.of(lastThousandths);
        Rational growth = last.dividedBy(yearBeforeThousandths).pow(monthsMissing);
        return last.times(Root.floor(growth, MONTHS_IN_YEAR, ROOT_DECIMALS)).round(0, Rounding.HALF_UP);
    }

    /**
     * The table with every month up to this one: those after its last are derived as {@link #missingCpiThousandths} has it.
     *
     * @throws IndexOutOfBoundsException if it has to derive any, and has fewer than thirteen months to do so
     */
    public CpiTable extendedTo(YearMonth last) {
        List<Long> extended = new ArrayList<>(cpiThousandths);
        int reported = cpiThousandths.size();
        long wanted = monthNumber(last) - monthNumber(firstMonth) + 1;
        while (extended.size() < wanted) {
            extended.add(missingCpiThousandths(
                    cpiThousandths.get(reported - 1),
                    cpiThousandths.get(reported - 1 - MONTHS_IN_YEAR),
                    extended.size() - reported + 1));
        }
        return new CpiTable(firstMonth, extended);
    }

    private static long truncateTo6RoundTo5(Rational value) {
        return Rational.of(value.round(6, Rounding.DOWN), 10).round(0, Rounding.HALF_UP);
    }

    private static long monthNumber(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue();
    }
}
