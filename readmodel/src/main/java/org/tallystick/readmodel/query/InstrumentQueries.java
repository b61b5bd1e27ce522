package org.tallystick.readmodel.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.AssetColumns;
import org.tallystick.readmodel.schema.Tables.Account;
import org.tallystick.readmodel.schema.Tables.Asset;
import org.tallystick.readmodel.schema.Tables.Auction;
import org.tallystick.readmodel.schema.Tables.Distribution;
import org.tallystick.readmodel.schema.Tables.Holding;
import org.tallystick.readmodel.schema.Tables.Party;
import org.tallystick.readmodel.schema.Tables.Price;
import org.tallystick.readmodel.schema.Tables.Supply;
import org.tallystick.readmodel.view.AuctionView;
import org.tallystick.readmodel.view.DistributionView;
import org.tallystick.readmodel.view.HolderView;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PriceView;
import org.tallystick.readmodel.view.SupplyView;

/** Assets: their terms, prices, auctions, payments and holders. */
final class InstrumentQueries {

    private static final Field<Long> OUTSTANDING = DSL.coalesce(Supply.OUTSTANDING, 0L);
    private static final Field<Long> HELD = DSL.coalesce(Supply.HELD, 0L);
    private static final Field<Long> HOLDERS = DSL.coalesce(Supply.HOLDERS, 0L);

    private final DSLContext sql;

    InstrumentQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<SupplyView> supply() {
        return sql.select(Asset.ASSET, Asset.CODE, Asset.KIND, Asset.SCALE, OUTSTANDING, HELD, HOLDERS)
                .from(Asset.TABLE)
                .leftJoin(Supply.TABLE)
                .on(Supply.ASSET.eq(Asset.ASSET))
                .orderBy(Asset.ASSET)
                .fetch(row -> new SupplyView(
                        Columns.of(row, Asset.ASSET),
                        Columns.of(row, Asset.CODE),
                        kind(row),
                        Columns.of(row, Asset.SCALE),
                        Columns.of(row, OUTSTANDING),
                        Columns.of(row, HELD),
                        Columns.of(row, HOLDERS)));
    }

    Page<InstrumentView> instruments(InstrumentFilter filter, Page.Request page) {
        long[] after = Cursors.read('i', 1, page);
        InstrumentView.Kind kind = filter.kind();
        Condition which = (after == null ? DSL.noCondition() : Asset.ASSET.gt(Cursors.small(after[0])))
                .and(kind == null ? DSL.noCondition() : Asset.KIND.eq(kind.name()))
                .and(Texts.beginsWith(Asset.CODE, filter.text().toUpperCase(Locale.ROOT)))
                .and(filter.outstandingOnly() ? OUTSTANDING.gt(0L) : DSL.noCondition());
        List<InstrumentView> found = instruments(which, page.limit() + 1);
        return Cursors.page(found, page, instrument -> Cursors.of('i', instrument.asset()));
    }

    Optional<InstrumentView> instrument(int asset) {
        return instruments(Asset.ASSET.eq(asset), 1).stream().findFirst();
    }

    Optional<InstrumentView> instrument(String code) {
        return instruments(Texts.is(Asset.CODE, code), 1).stream().findFirst();
    }

    private List<InstrumentView> instruments(Condition which, int most) {
        return sql.select(Asset.COLUMNS)
                .select(Party.CODE, OUTSTANDING)
                .from(Asset.TABLE)
                .join(Party.TABLE)
                .on(Party.PARTY.eq(Asset.ISSUER))
                .leftJoin(Supply.TABLE)
                .on(Supply.ASSET.eq(Asset.ASSET))
                .where(which)
                .orderBy(Asset.ASSET)
                .limit(most)
                .fetch(InstrumentQueries::instrument);
    }

    private static InstrumentView instrument(Record row) {
        AssetColumns columns = new AssetColumns(
                kind(row),
                row.get(Asset.CURRENCY),
                row.get(Asset.CASH_ASSET),
                row.get(Asset.PAYING_ACCOUNT),
                row.get(Asset.RESIDUAL_ACCOUNT),
                row.get(Asset.RATE_PERCENT_NANOS),
                row.get(Asset.DATED_DATE),
                row.get(Asset.FIRST_INTEREST_DATE),
                row.get(Asset.MATURITY_DATE),
                row.get(Asset.STRIPPED),
                row.get(Asset.REF_CPI_E5),
                Columns.of(row, Asset.INDEXED));
        String code = Columns.of(row, Asset.CODE);
        return new InstrumentView(
                Columns.of(row, Asset.ASSET),
                code,
                columns.kind(),
                Columns.of(row, Asset.ISSUER),
                Columns.of(row, Party.CODE),
                Columns.of(row, Asset.SCALE),
                Columns.of(row, Asset.LOT),
                columns.terms(code),
                columns.maturityDate(),
                Columns.of(row, OUTSTANDING),
                Columns.of(row, Asset.ENTRY));
    }

    private static InstrumentView.Kind kind(Record row) {
        return InstrumentView.Kind.valueOf(Columns.of(row, Asset.KIND));
    }

    List<PriceView> prices(int asset, int most) {
        return sql.select(Price.COLUMNS)
                .from(Price.TABLE)
                .where(Price.ASSET.eq(asset))
                .orderBy(Price.ENTRY.desc(), Price.SEQUENCE.desc())
                .limit(most)
                .fetch(row -> new PriceView(
                        asset,
                        Columns.of(row, Price.PRICE_DATE),
                        Columns.of(row, Price.PRICE_MICROS),
                        Columns.of(row, Price.SOURCE),
                        Columns.of(row, Price.ENTRY)));
    }

    Page<AuctionView> auctions(int asset, Page.Request page) {
        long[] after = Cursors.read('u', 1, page);
        List<AuctionView> found = sql.select(Auction.COLUMNS)
                .select(Asset.CODE)
                .from(Auction.TABLE)
                .join(Asset.TABLE)
                .on(Asset.ASSET.eq(Auction.ASSET))
                .where(asset == 0 ? DSL.noCondition() : Auction.ASSET.eq(asset))
                .and(after == null ? DSL.noCondition() : Auction.AUCTION.lt(Cursors.small(after[0])))
                .orderBy(Auction.AUCTION.desc())
                .limit(page.limit() + 1)
                .fetch(InstrumentQueries::auction);
        return Cursors.page(found, page, auction -> Cursors.of('u', auction.auction()));
    }

    private static AuctionView auction(Record row) {
        return new AuctionView(
                Columns.of(row, Auction.AUCTION),
                Columns.of(row, Auction.ASSET),
                Columns.of(row, Asset.CODE),
                AuctionView.State.valueOf(Columns.of(row, Auction.STATE)),
                Columns.of(row, Auction.AUCTION_DATE),
                Columns.of(row, Auction.ISSUE_DATE),
                Columns.of(row, Auction.OFFERING),
                Columns.of(row, Auction.AWARDED),
                Columns.of(row, Auction.ISSUED),
                Columns.of(row, Auction.PROCEEDS),
                Columns.of(row, Auction.PRICE_MICROS));
    }

    Page<DistributionView> distributions(int asset, Page.Request page) {
        long[] after = Cursors.read('d', 1, page);
        List<DistributionView> found = sql.select(Distribution.COLUMNS)
                .from(Distribution.TABLE)
                .where(asset == 0 ? DSL.noCondition() : Distribution.ASSET.eq(asset))
                .and(after == null ? DSL.noCondition() : Distribution.DISTRIBUTION.lt(after[0]))
                .orderBy(Distribution.DISTRIBUTION.desc())
                .limit(page.limit() + 1)
                .fetch(InstrumentQueries::distribution);
        return Cursors.page(found, page, distribution -> Cursors.of('d', distribution.distribution()));
    }

    private static DistributionView distribution(Record row) {
        return new DistributionView(
                Columns.of(row, Distribution.DISTRIBUTION),
                Columns.of(row, Distribution.ASSET),
                ServicingEvent.Kind.valueOf(Columns.of(row, Distribution.KIND)),
                Columns.of(row, Distribution.SCHEDULED_DATE),
                DistributionView.State.valueOf(Columns.of(row, Distribution.STATE)),
                Columns.of(row, Distribution.SUPPLY),
                Columns.of(row, Distribution.DUE),
                Columns.of(row, Distribution.PAID),
                Columns.of(row, Distribution.HOLDERS_PAID),
                Columns.of(row, Distribution.RESIDUAL));
    }

    List<HolderView> holders(Scope scope, int asset, int most) {
        Field<BigDecimal> amount = DSL.sum(Holding.AVAILABLE.plus(Holding.HELD)).as("amount");
        Condition mayKnow = switch (scope) {
            case Scope.Everything everything -> DSL.noCondition();
            case Scope.OfParty of ->
                DSL.exists(DSL.selectOne()
                        .from(Asset.TABLE)
                        .where(Asset.ASSET.eq(asset))
                        .and(Asset.ISSUER.eq(of.party())));
        };
        return sql.select(Party.PARTY, Party.CODE, Party.NAME, Party.ROLES, Party.JURISDICTION, amount)
                .from(Holding.TABLE)
                .join(Account.TABLE)
                .on(Account.ACCOUNT.eq(Holding.ACCOUNT))
                .join(Party.TABLE)
                .on(Party.PARTY.eq(Account.PARTY))
                .where(Holding.ASSET.eq(asset))
                .and(mayKnow)
                .groupBy(Party.PARTY, Party.CODE, Party.NAME, Party.ROLES, Party.JURISDICTION)
                .having(DSL.sum(Holding.AVAILABLE.plus(Holding.HELD)).gt(BigDecimal.ZERO))
                .orderBy(amount.desc(), Party.PARTY)
                .limit(most)
                .fetch(row -> new HolderView(
                        Columns.of(row, Party.PARTY),
                        Columns.of(row, Party.CODE),
                        Columns.of(row, Party.NAME),
                        RegisterQueries.roles(Columns.of(row, Party.ROLES)),
                        Columns.of(row, Party.JURISDICTION),
                        Columns.of(row, amount).longValueExact()));
    }
}
