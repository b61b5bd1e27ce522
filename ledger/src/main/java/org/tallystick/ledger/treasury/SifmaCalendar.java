package org.tallystick.ledger.treasury;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * The full closes that SIFMA recommends for trading US government bonds, by rule, from 1990 on. Early closes are left out,
 * and for years to come the rule stands in for an announcement not yet made.
 */
public final class SifmaCalendar {
    private static final int FIRST_YEAR = 1990;
    private static final int FIRST_JUNETEENTH = 2022;

    /** In 2015 the employment report fell on Good Friday, and the market closed early rather than in full. */
    private static final int GOOD_FRIDAY_OPEN = 2015;

    /** Closes that no rule foretells: President Reagan's funeral, Hurricane Sandy, President G. H. W. Bush's funeral. */
    private static final List<LocalDate> SPECIAL_CLOSES =
            List.of(LocalDate.of(2004, 6, 11), LocalDate.of(2012, 10, 30), LocalDate.of(2018, 12, 5));

    private SifmaCalendar() {}

    /**
     * The calendar of a range of years, both included.
     *
     * @throws IllegalArgumentException if the range starts before 1990 or ends before it starts
     */
    public static BusinessCalendar ofYears(int first, int last) {
        if (first < FIRST_YEAR || last < first) {
            throw new IllegalArgumentException("no SIFMA calendar for " + first + " to " + last + ": years start at "
                    + FIRST_YEAR + " and run forward");
        }
        List<LocalDate> closed = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            addHolidays(year, closed);
        }
        return BusinessCalendar.of(closed);
    }

    private static void addHolidays(int year, List<LocalDate> closed) {
        closed.add(mondayIfSunday(LocalDate.of(year, Month.JANUARY, 1)));
        closed.add(nth(3, DayOfWeek.MONDAY, year, Month.JANUARY)); // Martin Luther King Day
        closed.add(nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY)); // Presidents Day
        if (year != GOOD_FRIDAY_OPEN) {
            closed.add(easterSunday(year).minusDays(2));
        }
        closed.add(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        if (year >= FIRST_JUNETEENTH) {
            closed.add(nearestWeekday(LocalDate.of(year, Month.JUNE, 19)));
        }
        closed.add(nearestWeekday(LocalDate.of(year, Month.JULY, 4)));
        closed.add(nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER)); // Labor Day
        closed.add(nth(2, DayOfWeek.MONDAY, year, Month.OCTOBER)); // Columbus Day
        closed.add(mondayIfSunday(LocalDate.of(year, Month.NOVEMBER, 11)));
        closed.add(nth(4, DayOfWeek.THURSDAY, year, Month.NOVEMBER)); // Thanksgiving
        closed.add(nearestWeekday(LocalDate.of(year, Month.DECEMBER, 25)));
        SPECIAL_CLOSES.stream().filter(day -> day.getYear() == year).forEach(closed::add);
    }

    private static LocalDate nth(int ordinal, DayOfWeek day, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }

    /** New Year's Day and Veterans Day: a Saturday one closes no weekday. */
    private static LocalDate mondayIfSunday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.plusDays(1) : date;
    }

    private static LocalDate nearestWeekday(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY ? date.minusDays(1) : mondayIfSunday(date);
    }

    /** The Gregorian Easter: the "anonymous" algorithm (Nature, 20 April 1876), as in Meeus, Astronomical Algorithms. */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int monthAndDay = h + l - 7 * m + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
