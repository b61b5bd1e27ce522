package org.tallystick.readmodel.security;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.event.RegisterEvent.BillRatePublished;
import org.tallystick.ledger.event.RegisterEvent.BusinessDateOpened;
import org.tallystick.ledger.event.RegisterEvent.CalendarPublished;
import org.tallystick.ledger.event.RegisterEvent.ConsumerPricesPublished;
import org.tallystick.ledger.register.Price;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.store.UndoLog;
import org.tallystick.readmodel.query.SqlViews;
import org.tallystick.readmodel.schema.Tables.Auction;
import org.tallystick.readmodel.schema.Tables.BillRate;
import org.tallystick.readmodel.schema.Tables.Calendar;
import org.tallystick.readmodel.schema.Tables.ClosedWeekday;
import org.tallystick.readmodel.schema.Tables.ConsumerPrice;
import org.tallystick.readmodel.view.AuctionView;
import org.tallystick.readmodel.view.InstrumentView;

/** What securities pay and are worth, from their terms and what the ledger has published. For any number of threads. */
public final class CashFlows {

    private final DSLContext sql;

    /** @param sql over connections whose transactions see one moment */
    public CashFlows(DSLContext sql) {
        this.sql = sql;
    }

    /** Everything a security pays, those payments that were made too; empty for money, and where there is no such asset. */
    public List<CashFlow> schedule(int asset) {
        return terms(asset).map(SecurityTerms::cashFlows).orElse(List.of());
    }

    /** What a security is worth; empty for money, and where there is no such asset. */
    public Optional<SecurityFigures> figures(int asset) {
        return terms(asset).map(SecurityTerms::figures);
    }

    private Optional<SecurityTerms> terms(int asset) {
        return sql.transactionResult(inside -> terms(DSL.using(inside), asset));
    }

    private static Optional<SecurityTerms> terms(DSLContext moment, int asset) {
        SqlViews views = new SqlViews(moment);
        Optional<InstrumentView> instrument = views.instrument(asset);
        if (instrument.isEmpty() || !(instrument.get().terms() instanceof AssetTerms.Treasury treasury)) {
            return Optional.empty();
        }
        @Nullable
        Price price = views.prices(asset, 1).stream()
                .findFirst()
                .map(last -> new Price(asset, last.date(), last.priceMicros(), last.source()))
                .orElse(null);
        return Optional.of(new SecurityTerms(treasury.security(), issueDates(moment, asset), published(moment), price));
    }

    private static List<LocalDate> issueDates(DSLContext moment, int asset) {
        return moment.selectDistinct(Auction.ISSUE_DATE)
                .from(Auction.TABLE)
                .where(Auction.ASSET.eq(asset))
                .and(Auction.STATE.ne(AuctionView.State.ANNOUNCED.name()))
                .orderBy(Auction.ISSUE_DATE)
                .fetch(Auction.ISSUE_DATE);
    }

    private static Published published(DSLContext moment) {
        Published published = new Published(new UndoLog());
        new SqlViews(moment).businessDate().ifPresent(date -> published.apply(new BusinessDateOpened(date)));
        moment.select(Calendar.COLUMNS)
                .from(Calendar.TABLE)
                .orderBy(Calendar.ENTRY.desc(), Calendar.SEQUENCE.desc())
                .limit(1)
                .forEach(row -> published.apply(new CalendarPublished(
                        row.get(Calendar.FIRST_YEAR),
                        row.get(Calendar.LAST_YEAR),
                        moment.select(ClosedWeekday.CLOSED)
                                .from(ClosedWeekday.TABLE)
                                .where(ClosedWeekday.ENTRY.eq(row.get(Calendar.ENTRY)))
                                .and(ClosedWeekday.SEQUENCE.eq(row.get(Calendar.SEQUENCE)))
                                .orderBy(ClosedWeekday.CLOSED)
                                .fetch(ClosedWeekday.CLOSED))));
        moment.select(ConsumerPrice.COLUMNS)
                .from(ConsumerPrice.TABLE)
                .orderBy(ConsumerPrice.CPI_MONTH)
                .forEach(row -> published.apply(new ConsumerPricesPublished(
                        YearMonth.from(row.get(ConsumerPrice.CPI_MONTH)), row.get(ConsumerPrice.CPI_THOUSANDTHS))));
        moment.select(BillRate.COLUMNS)
                .from(BillRate.TABLE)
                .orderBy(BillRate.AUCTION_DATE)
                .forEach(row -> published.apply(new BillRatePublished(
                        row.get(BillRate.AUCTION_DATE),
                        row.get(BillRate.DISCOUNT_RATE_PERCENT_NANOS),
                        row.get(BillRate.BILL_DAYS))));
        return published;
    }
}
