package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * When the rate of a floating rate note stands still: from two business days before a day on which it is issued, re-opened or
 * pays interest, to that day itself. A change that would fall within waits until the day after (31 CFR 356 Appendix B, section
 * I.C.3). The rate is one for all holders, so a re-opening holds it still for those who already had the note.
 *
 * <p>That the day itself is included shows in official accrued interest: 9128285H9, dated 31 October 2018, accrued that day at
 * the rate auctioned on 22 October, and at that of 29 October only from 1 November.
 */
public final class FrnLockouts {
    private static final int BUSINESS_DAYS = 2;

    private record Lockout(LocalDate first, LocalDate last) {
        boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private final List<Lockout> lockouts;

    private FrnLockouts(List<Lockout> lockouts) {
        this.lockouts = lockouts;
    }

    /**
     * @param issueDates the days on which the note was issued and re-opened, in any order
     * @param calendar to count business days by
     */
    public static FrnLockouts of(FloatingRateNote note, Collection<LocalDate> issueDates, BusinessCalendar calendar) {
        List<LocalDate> days = new ArrayList<>(issueDates);
        days.add(note.datedDate());
        days.addAll(Schedule.of(note).dates());
        return new FrnLockouts(days.stream()
                .sorted()
                .distinct()
                .map(day -> new Lockout(calendar.plusBusinessDays(day, -BUSINESS_DAYS), day))
                .toList());
    }

    /** The first day that accrues at the rate of an auction: the day after it, or after the lockouts that day falls in. */
    LocalDate effective(LocalDate auctionDate) {
        LocalDate day = auctionDate.plusDays(1);
        for (Lockout lockout : lockouts) {
            if (lockout.contains(day)) {
                day = lockout.last().plusDays(1);
            }
        }
        return day;
    }
}
