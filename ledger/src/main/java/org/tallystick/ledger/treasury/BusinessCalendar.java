package org.tallystick.ledger.treasury;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Which days are open: every day but Saturdays, Sundays and a list of closed weekdays. Immutable; what lies outside the
 * listed years is open on weekdays, so a calendar must be extended before it is needed.
 */
public final class BusinessCalendar {
    /** Closed on weekends only. */
    public static final BusinessCalendar WEEKENDS_ONLY = of(List.of());

    private final long[] closedEpochDays;

    private BusinessCalendar(long[] closedEpochDays) {
        this.closedEpochDays = closedEpochDays;
    }

    /** @param closedDays in any order; weekends and repetitions are ignored */
    public static BusinessCalendar of(Collection<LocalDate> closedDays) {
        return new BusinessCalendar(closedDays.stream()
                .filter(day -> !isWeekend(day))
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray());
    }

    /** The closed weekdays, in order. */
    public List<LocalDate> closedDays() {
        return Arrays.stream(closedEpochDays).mapToObj(LocalDate::ofEpochDay).toList();
    }

    public boolean isBusinessDay(LocalDate date) {
        return !isWeekend(date) && Arrays.binarySearch(closedEpochDays, date.toEpochDay()) < 0;
    }

    /** {@code date} itself if it is a business day, else the first one after it: where a payment due on it is made. */
    public LocalDate following(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** {@code date} itself if it is a business day, else the last one before it. */
    public LocalDate preceding(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first business day after {@code date}. */
    public LocalDate next(LocalDate date) {
        return following(date.plusDays(1));
    }

    /** The last business day before {@code date}. */
    public LocalDate previous(LocalDate date) {
        return preceding(date.minusDays(1));
    }

    /** {@code count} business days after {@code date}, or before it if negative; {@code date} itself if zero. */
    public LocalDate plusBusinessDays(LocalDate date, int count) {
        LocalDate day = date;
        for (int i = 0; i < count; i++) {
            day = next(day);
        }
        for (int i = 0; i > count; i--) {
            day = previous(day);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that && Arrays.equals(closedEpochDays, that.closedEpochDays);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(closedEpochDays);
    }
}
