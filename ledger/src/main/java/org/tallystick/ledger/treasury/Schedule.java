package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The interest dates of a security, from the first to maturity, unadjusted: a date that is no business day is paid on the
 * next, without further interest (31 CFR 356.30), which is {@link BusinessCalendar#following}.
 */
public final class Schedule {
    private final FrequencyDates periods;
    private final LocalDate datedDate;
    private final LocalDate firstInterestDate;
    private final LocalDate maturityDate;

    private Schedule(CouponSecurity security) {
        this.periods = new FrequencyDates(security.maturityDate(), security.monthsBetweenPayments());
        this.datedDate = security.datedDate();
        this.firstInterestDate = security.firstInterestDate();
        this.maturityDate = security.maturityDate();
    }

    public static Schedule of(CouponSecurity security) {
        return new Schedule(security);
    }

    /** Every interest date in order, first to maturity. */
    public List<LocalDate> dates() {
        int count = periods.periodsBefore(firstInterestDate);
        List<LocalDate> dates = new ArrayList<>(count + 1);
        for (int periodsLeft = count; periodsLeft >= 0; periodsLeft--) {
            dates.add(periods.before(periodsLeft));
        }
        return List.copyOf(dates);
    }

    /** Whether interest falls due on {@code date}. */
    public boolean isInterestDate(LocalDate date) {
        return !date.isBefore(firstInterestDate) && !date.isAfter(maturityDate) && periods.contains(date);
    }

    /** The first interest date after {@code date}; empty from maturity on. */
    public Optional<LocalDate> nextAfter(LocalDate date) {
        if (!date.isBefore(maturityDate)) {
            return Optional.empty();
        }
        return Optional.of(date.isBefore(firstInterestDate) ? firstInterestDate : periods.after(date));
    }

    /** The last interest date on or before {@code date}; empty before the first. */
    public Optional<LocalDate> lastOnOrBefore(LocalDate date) {
        if (date.isBefore(firstInterestDate)) {
            return Optional.empty();
        }
        return Optional.of(date.isBefore(maturityDate) ? periods.onOrBefore(date) : maturityDate);
    }

    /** How many interest dates lie after {@code date}, maturity included. */
    public int remainingAfter(LocalDate date) {
        if (!date.isBefore(maturityDate)) {
            return 0;
        }
        LocalDate last = date.isBefore(firstInterestDate) ? firstInterestDate : periods.after(date);
        return periods.periodsBefore(last) + 1;
    }

    /**
     * The day from which the interest paid on {@code interestDate} accrues: the interest date before it, or the dated date.
     *
     * @throws IllegalArgumentException if no interest falls due on that date
     */
    public LocalDate accrualStart(LocalDate interestDate) {
        requireInterestDate(interestDate);
        return interestSince(interestDate.minusDays(1));
    }

    /** The day from which the interest accrued on {@code date} counts: the last interest date, or the dated date. */
    LocalDate interestSince(LocalDate date) {
        return lastOnOrBefore(date).orElse(datedDate);
    }

    FrequencyDates periods() {
        return periods;
    }

    private void requireInterestDate(LocalDate date) {
        if (!isInterestDate(date)) {
            throw new IllegalArgumentException(date + " is not an interest date: they run from " + firstInterestDate
                    + " every " + periods.months() + " months to " + maturityDate);
        }
    }
}
