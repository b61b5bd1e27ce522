package org.tallystick.ledger.register;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.RegisterEvent.BillRatePublished;
import org.tallystick.ledger.event.RegisterEvent.BusinessDateOpened;
import org.tallystick.ledger.event.RegisterEvent.CalendarPublished;
import org.tallystick.ledger.event.RegisterEvent.ConsumerPricesPublished;
import org.tallystick.ledger.event.RegisterEvent.PricePublished;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.ledger.treasury.FrnIndexRates;

/** Figures the ledger acts on but cannot know by itself: the calendar, the business date, prices and indices. */
public final class Published {

    private final UndoLog undo;
    private final Table<Integer, Price> prices;
    private @Nullable LocalDate businessDate;
    private int firstYear;
    private int lastYear = -1;
    private BusinessCalendar calendar = BusinessCalendar.WEEKENDS_ONLY;
    private @Nullable CpiTable consumerPrices;
    private FrnIndexRates billRates = FrnIndexRates.NONE;

    public Published(UndoLog undo) {
        this(undo, new Table<>(undo));
    }

    private Published(UndoLog undo, Table<Integer, Price> prices) {
        this.undo = undo;
        this.prices = prices;
    }

    public Published fork(UndoLog undoOfFork) {
        Published fork = new Published(undoOfFork, prices.fork(undoOfFork));
        fork.businessDate = businessDate;
        fork.firstYear = firstYear;
        fork.lastYear = lastYear;
        fork.calendar = calendar;
        fork.consumerPrices = consumerPrices;
        fork.billRates = billRates;
        return fork;
    }

    /** The open business date, or null before the first. */
    public @Nullable LocalDate businessDate() {
        return businessDate;
    }

    public BusinessCalendar calendar() {
        return calendar;
    }

    /** Whether the calendar says anything of this date. */
    public boolean covers(LocalDate date) {
        return date.getYear() >= firstYear && date.getYear() <= lastYear;
    }

    public @Nullable Price priceOf(int asset) {
        return prices.get(asset);
    }

    public FrnIndexRates billRates() {
        return billRates;
    }

    /** The reference CPI of a day in hundred-thousandths, empty when a month it needs has not been published. */
    public OptionalLong refCpiE5(LocalDate date) {
        return consumerPrices == null ? OptionalLong.empty() : consumerPrices.refCpiE5(date);
    }

    /** The index of the last month published, in thousandths; 0 before the first. */
    public long lastCpiThousandths() {
        return consumerPrices == null ? 0 : consumerPrices.cpiThousandths().getLast();
    }

    /** The month whose CPI may be published next; null when any may. */
    public @Nullable YearMonth nextCpiMonth() {
        return consumerPrices == null
                ? null
                : consumerPrices
                        .firstMonth()
                        .plusMonths(consumerPrices.cpiThousandths().size());
    }

    public void apply(CalendarPublished event) {
        int beforeFirst = firstYear;
        int beforeLast = lastYear;
        BusinessCalendar before = calendar;
        firstYear = event.firstYear();
        lastYear = event.lastYear();
        calendar = BusinessCalendar.of(event.closedWeekdays());
        if (undo.isOpen()) {
            undo.add(() -> {
                firstYear = beforeFirst;
                lastYear = beforeLast;
                calendar = before;
            });
        }
    }

    public void apply(PricePublished event) {
        prices.put(event.asset(), new Price(event.asset(), event.date(), event.priceMicros(), event.source()));
    }

    public void apply(ConsumerPricesPublished event) {
        CpiTable before = consumerPrices;
        List<Long> values = new ArrayList<>(before == null ? List.of() : before.cpiThousandths());
        values.add(event.cpiThousandths());
        consumerPrices = new CpiTable(before == null ? event.month() : before.firstMonth(), values);
        if (undo.isOpen()) {
            undo.add(() -> consumerPrices = before);
        }
    }

    public void apply(BillRatePublished event) {
        FrnIndexRates before = billRates;
        billRates = before.with(
                new FrnIndexRates.Auction(event.auctionDate(), event.discountRatePercentNanos(), event.billDays()));
        if (undo.isOpen()) {
            undo.add(() -> billRates = before);
        }
    }

    public void apply(BusinessDateOpened event) {
        LocalDate before = businessDate;
        businessDate = event.date();
        if (undo.isOpen()) {
            undo.add(() -> businessDate = before);
        }
    }

    public void writeTo(StateSink sink) {
        sink.putLong(businessDate == null ? Long.MIN_VALUE : businessDate.toEpochDay());
        sink.putLong(firstYear);
        sink.putLong(lastYear);
        sink.putLong(calendar.closedDays().size());
        calendar.closedDays().forEach(day -> sink.putLong(day.toEpochDay()));
        sink.putLong(prices.size());
        for (Price price : prices.values()) {
            sink.putLong(price.asset());
            sink.putLong(price.date().toEpochDay());
            sink.putLong(price.priceMicros());
            sink.putText(price.source());
        }
        List<Long> months = consumerPrices == null ? List.of() : consumerPrices.cpiThousandths();
        sink.putLong(months.size());
        if (consumerPrices != null) {
            sink.putLong(consumerPrices.firstMonth().getYear());
            sink.putLong(consumerPrices.firstMonth().getMonthValue());
        }
        months.forEach(sink::putLong);
        sink.putLong(billRates.auctions().size());
        for (FrnIndexRates.Auction auction : billRates.auctions()) {
            sink.putLong(auction.auctionDate().toEpochDay());
            sink.putLong(auction.highRatePercentNanos());
            sink.putLong(auction.billDays());
        }
    }

    public void readFrom(StateSource source) {
        long date = source.getLong();
        businessDate = date == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(date);
        firstYear = source.getInt();
        lastYear = source.getInt();
        List<LocalDate> closed = new ArrayList<>();
        for (int left = source.getCount(); left > 0; left--) {
            closed.add(LocalDate.ofEpochDay(source.getLong()));
        }
        calendar = BusinessCalendar.of(closed);
        for (int left = source.getCount(); left > 0; left--) {
            Price price = new Price(
                    source.getInt(), LocalDate.ofEpochDay(source.getLong()), source.getLong(), source.getText());
            prices.put(price.asset(), price);
        }
        readIndices(source);
    }

    private void readIndices(StateSource source) {
        int months = source.getCount();
        if (months > 0) {
            YearMonth first = YearMonth.of(source.getInt(), source.getInt());
            List<Long> values = new ArrayList<>();
            for (int left = months; left > 0; left--) {
                values.add(source.getLong());
            }
            consumerPrices = new CpiTable(first, values);
        }
        List<FrnIndexRates.Auction> auctions = new ArrayList<>();
        for (int left = source.getCount(); left > 0; left--) {
            auctions.add(new FrnIndexRates.Auction(
                    LocalDate.ofEpochDay(source.getLong()), source.getLong(), source.getInt()));
        }
        billRates = new FrnIndexRates(auctions);
    }
}
