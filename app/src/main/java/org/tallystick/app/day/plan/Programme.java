package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.CpiTable;

/** The auctions of a run on their business dates, and the figures published beside them. */
public record Programme(
        LocalDate first,
        LocalDate last,
        BusinessCalendar calendar,
        List<Sale> sales,
        SortedMap<LocalDate, List<Sale>> announcements,
        SortedMap<LocalDate, List<Sale>> awards,
        BillRates billRates,
        CpiTable consumerPrices,
        List<Remark> remarks) {

    /** How many business dates there are. */
    public int businessDays() {
        int days = 0;
        for (LocalDate date = first; !date.isAfter(last); date = calendar.next(date)) {
            days++;
        }
        return days;
    }
}
