package org.tallystick.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.TreeMap;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.FrnIndexRates;

/** The 13-week bill auctions in a file of records: the index of its floating rate notes. */
public final class ThirteenWeekAuctions {
    private static final long WEEKS = 13;
    private static final long LONGEST_GAP_DAYS = 9;

    private ThirteenWeekAuctions() {}

    /** The results of the 13-week bill auctions among the records; one per auction date. */
    public static FrnIndexRates in(List<Auction> auctions) {
        TreeMap<LocalDate, FrnIndexRates.Auction> byDate = new TreeMap<>();
        for (Auction auction : auctions) {
            LocalDate held = auction.dates().auction();
            Long rate = auction.rates().highDiscountRate();
            if (isThirteenWeekBill(auction) && held != null && rate != null) {
                byDate.putIfAbsent(held, new FrnIndexRates.Auction(held, rate, days(auction)));
            }
        }
        return new FrnIndexRates(List.copyOf(byDate.values()));
    }

    /** Whether the results leave out no week between two dates, the auction before the first included. */
    static boolean coverEveryWeek(FrnIndexRates rates, LocalDate from, LocalDate to) {
        LocalDate last = null;
        for (FrnIndexRates.Auction auction : rates.auctions()) {
            LocalDate date = auction.auctionDate();
            if (date.isBefore(from)) {
                last = date;
            } else if (date.isBefore(to)) {
                if (last == null || ChronoUnit.DAYS.between(last, date) > LONGEST_GAP_DAYS) {
                    return false;
                }
                last = date;
            }
        }
        return last != null && ChronoUnit.DAYS.between(last, to) <= LONGEST_GAP_DAYS;
    }

    /** The days of the bill auctioned on a day: issued the Thursday after, due thirteen Thursdays later, or the next open day. */
    static int days(LocalDate auctionDate, BusinessCalendar calendar) {
        LocalDate thursday = auctionDate.with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        return Math.toIntExact(
                ChronoUnit.DAYS.between(calendar.following(thursday), calendar.following(thursday.plusWeeks(WEEKS))));
    }

    private static boolean isThirteenWeekBill(Auction auction) {
        int days = days(auction);
        return auction.type() == Auction.Type.BILL
                && !auction.cashManagementBill()
                && (auction.term().equals("13-Week") || (auction.term().isEmpty() && days >= 90 && days <= 92));
    }

    private static int days(Auction auction) {
        return Math.toIntExact(
                ChronoUnit.DAYS.between(auction.dates().issue(), auction.dates().maturity()));
    }
}
