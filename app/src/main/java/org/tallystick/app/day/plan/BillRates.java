package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tallystick.ledger.command.AdministrationCommand.PublishBillRate;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.FrnIndexRates;
import org.tallystick.ledger.treasury.Schedule;
import org.tallystick.market.Auction;
import org.tallystick.market.ThirteenWeekAuctions;

/**
 * The high rates of 13-week bill auctions that index floating rate notes: those of the bills in the file, and for weeks
 * without one what the records of floating rate notes tell.
 */
public final class BillRates {

    /** Where a rate is from. */
    public enum Source {
        /** The record of the 13-week bill itself. */
        BILL,
        /** The index rate in the record of a floating rate note. */
        NOTE,
        /** That rate, taken for the weeks before as well: the file tells of none. */
        ASSUMED
    }

    private static final int USUAL_BILL_DAYS = 91;
    private static final int LOCKOUT_BUSINESS_DAYS = 2;

    private record Rate(PublishBillRate command, Source source) {}

    private final NavigableMap<LocalDate, Rate> rates = new TreeMap<>();

    BillRates(List<Auction> auctions) {
        for (FrnIndexRates.Auction rate : ThirteenWeekAuctions.in(auctions).auctions()) {
            add(rate.auctionDate(), rate.highRatePercentNanos(), rate.billDays(), Source.BILL);
        }
        for (Auction auction : auctions) {
            Long rate = auction.rates().frnIndexDiscountRate();
            LocalDate held = auction.dates().frnIndex();
            if (auction.type() == Auction.Type.FRN && rate != null && held != null) {
                add(held, rate, USUAL_BILL_DAYS, Source.NOTE);
            }
        }
    }

    private void add(LocalDate held, long percentNanos, int days, Source source) {
        rates.putIfAbsent(held, new Rate(new PublishBillRate(held, percentNanos, days), source));
    }

    /**
     * Sees to it that the first interest after the issue can be computed, from the first day of its period on; false if no rate
     * at all is known. The rate of an auction held in the lockout before that day takes effect only after it.
     */
    boolean cover(FloatingRateNote note, Auction record, BusinessCalendar calendar) {
        LocalDate issue = record.dates().issue();
        LocalDate first = Schedule.of(note).nextAfter(issue).orElse(note.maturityDate());
        LocalDate since = Schedule.of(note).accrualStart(first);
        LocalDate dayBeforeLockout =
                calendar.plusBusinessDays(since, -LOCKOUT_BUSINESS_DAYS).minusDays(1);
        if (rates.lowerKey(dayBeforeLockout) != null) {
            return true;
        }
        Long rate = record.rates().frnIndexDiscountRate();
        if (rate == null) {
            return false;
        }
        add(dayBeforeLockout.minusDays(1), rate, USUAL_BILL_DAYS, Source.ASSUMED);
        return true;
    }

    /** The results of auctions held from one date to the day before another. */
    List<PublishBillRate> heldFrom(LocalDate from, LocalDate before) {
        return rates.subMap(from, true, before, false).values().stream()
                .map(Rate::command)
                .toList();
    }

    /** How many of those held before a date are from this source. */
    public int count(Source source, LocalDate before) {
        return (int) rates.headMap(before, false).values().stream()
                .filter(rate -> rate.source == source)
                .count();
    }
}
