package org.tallystick.readmodel.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.Tables.Account;
import org.tallystick.readmodel.schema.Tables.Activity;
import org.tallystick.readmodel.schema.Tables.Asset;
import org.tallystick.readmodel.schema.Tables.Flow;
import org.tallystick.readmodel.schema.Tables.Obligation;
import org.tallystick.readmodel.schema.Tables.Party;
import org.tallystick.readmodel.schema.Tables.Projection;
import org.tallystick.readmodel.schema.Tables.Settlement;
import org.tallystick.readmodel.schema.Tables.SettlementParty;
import org.tallystick.readmodel.view.LedgerOverview;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.SettlementView;

/** What the ledger is at: position, sums, flow, and debts that stand. */
final class OverviewQueries {

    private static final int LAST_SETTLEMENTS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final DSLContext sql;

    OverviewQueries(DSLContext sql) {
        this.sql = sql;
    }

    long position() {
        return sql.select(Projection.POSITION)
                .from(Projection.TABLE)
                .fetchSingle(row -> Columns.of(row, Projection.POSITION));
    }

    Optional<LocalDate> businessDate() {
        return Optional.ofNullable(
                sql.select(Projection.BUSINESS_DATE).from(Projection.TABLE).fetchSingle(Projection.BUSINESS_DATE));
    }

    LedgerOverview overview(Scope scope) {
        Record at = sql.select(Projection.COLUMNS).from(Projection.TABLE).fetchSingle();
        @Nullable
        Record sums = sql.select(Activity.COLUMNS)
                .from(Activity.TABLE)
                .where(Activity.PARTY.eq(Scopes.sums(scope)))
                .fetchOne();
        return new LedgerOverview(
                Columns.of(at, Projection.LEDGER),
                Columns.of(at, Projection.POSITION),
                Columns.of(at, Projection.TIME_MILLIS),
                at.get(Projection.BUSINESS_DATE),
                largest(Party.PARTY, Party.TABLE),
                accounts(scope),
                largest(Asset.ASSET, Asset.TABLE),
                sum(sums, Activity.SETTLEMENTS_PENDING),
                sum(sums, Activity.SETTLEMENTS_FINAL),
                sum(sums, Activity.OBLIGATIONS_OPEN),
                sum(sums, Activity.REJECTIONS),
                medianSettleMillis(scope));
    }

    private static long sum(@Nullable Record sums, Field<Long> column) {
        return sums == null ? 0 : Columns.of(sums, column);
    }

    /** Numbers are given without gaps: the largest says how many there are. */
    private long largest(Field<Integer> number, org.jooq.Table<Record> table) {
        Integer largest = sql.select(DSL.max(number)).from(table).fetchSingle(DSL.max(number));
        return largest == null ? 0 : largest;
    }

    private long accounts(Scope scope) {
        return switch (scope) {
            case Scope.Everything everything -> largest(Account.ACCOUNT, Account.TABLE);
            case Scope.OfParty of -> sql.fetchCount(Account.TABLE, Account.PARTY.eq(of.party()));
        };
    }

    private long medianSettleMillis(Scope scope) {
        Field<Long> took =
                Settlement.CHANGED_MILLIS.minus(Settlement.INSTRUCTED_MILLIS).as("took");
        List<Long> times = new ArrayList<>(
                switch (scope) {
                    case Scope.Everything everything ->
                        sql.select(took)
                                .from(Settlement.TABLE)
                                .where(Settlement.STATE.eq(SettlementView.State.FINAL.name()))
                                .orderBy(Settlement.CHANGED_ENTRY.desc(), Settlement.SETTLEMENT.desc())
                                .limit(LAST_SETTLEMENTS)
                                .fetch(row -> Columns.of(row, took));
                    case Scope.OfParty of ->
                        sql.select(took)
                                .from(SettlementParty.TABLE)
                                .join(Settlement.TABLE)
                                .on(Settlement.SETTLEMENT.eq(SettlementParty.SETTLEMENT))
                                .where(SettlementParty.PARTY.eq(of.party()))
                                .and(Settlement.STATE.eq(SettlementView.State.FINAL.name()))
                                .orderBy(SettlementParty.SETTLEMENT.desc())
                                .limit(LAST_SETTLEMENTS)
                                .fetch(row -> Columns.of(row, took));
                });
        if (times.isEmpty()) {
            return 0;
        }
        Collections.sort(times);
        return (times.get((times.size() - 1) / 2) + times.get(times.size() / 2)) / 2;
    }

    List<org.tallystick.readmodel.view.Flow> flow(Scope scope, long fromMillis, int most) {
        List<org.tallystick.readmodel.view.Flow> newestFirst = sql.select(Flow.COLUMNS)
                .from(Flow.TABLE)
                .where(Flow.PARTY.eq(Scopes.sums(scope)))
                .and(Flow.MINUTE_MILLIS.gt(fromMillis - MINUTE_MILLIS))
                .orderBy(Flow.MINUTE_MILLIS.desc())
                .limit(most)
                .fetch(row -> new org.tallystick.readmodel.view.Flow(
                        Columns.of(row, Flow.MINUTE_MILLIS),
                        Columns.of(row, Flow.INSTRUCTED),
                        Columns.of(row, Flow.SETTLED),
                        Columns.of(row, Flow.ENDED)));
        return newestFirst.reversed();
    }

    Page<ObligationView> obligations(Scope scope, boolean openOnly, Page.Request page) {
        long[] after = Cursors.read('o', 1, page);
        Condition which = (openOnly ? Obligation.DISCHARGED_ENTRY.eq(0L) : DSL.noCondition())
                .and(after == null ? DSL.noCondition() : Obligation.OBLIGATION.lt(after[0]));
        List<ObligationView> found = obligations(scope, which, page.limit() + 1);
        return Cursors.page(found, page, obligation -> Cursors.of('o', obligation.obligation()));
    }

    Optional<ObligationView> obligation(Scope scope, long obligation) {
        return obligations(scope, Obligation.OBLIGATION.eq(obligation), 1).stream()
                .findFirst();
    }

    private List<ObligationView> obligations(Scope scope, Condition which, int most) {
        return sql.select(Obligation.COLUMNS)
                .select(Account.PARTY, Party.CODE, Asset.CODE, Asset.SCALE)
                .from(Obligation.TABLE)
                .join(Account.TABLE)
                .on(Account.ACCOUNT.eq(Obligation.ACCOUNT))
                .join(Party.TABLE)
                .on(Party.PARTY.eq(Account.PARTY))
                .join(Asset.TABLE)
                .on(Asset.ASSET.eq(Obligation.ASSET))
                .where(Scopes.party(scope, Account.PARTY))
                .and(which)
                .orderBy(Obligation.OBLIGATION.desc())
                .limit(most)
                .fetch(OverviewQueries::obligation);
    }

    private static ObligationView obligation(Record row) {
        return new ObligationView(
                Columns.of(row, Obligation.OBLIGATION),
                ServicingEvent.ObligationKind.valueOf(Columns.of(row, Obligation.KIND)),
                Columns.of(row, Obligation.REFERENCE),
                Columns.of(row, Obligation.ACCOUNT),
                Columns.of(row, Account.PARTY),
                Columns.of(row, Party.CODE),
                Columns.of(row, Obligation.ASSET),
                Columns.of(row, Asset.CODE),
                Columns.of(row, Asset.SCALE),
                Columns.of(row, Obligation.AMOUNT),
                Columns.of(row, Obligation.RECORDED_ENTRY),
                Columns.of(row, Obligation.RECORDED_MILLIS),
                Columns.of(row, Obligation.DISCHARGED_ENTRY));
    }
}
