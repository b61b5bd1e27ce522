package org.tallystick.readmodel.query;

import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.Tables.Account;
import org.tallystick.readmodel.schema.Tables.Asset;
import org.tallystick.readmodel.schema.Tables.Movement;
import org.tallystick.readmodel.schema.Tables.Party;
import org.tallystick.readmodel.view.StatementLine;

/** What happened to holdings. */
final class StatementQueries {

    private static final Field<Integer> OTHER_ACCOUNT = Columns.as("other", Account.ACCOUNT);
    private static final Field<Integer> OTHER_PARTY = Columns.as("other", Account.PARTY);

    private final DSLContext sql;

    StatementQueries(DSLContext sql) {
        this.sql = sql;
    }

    Page<StatementLine> statement(
            Scope scope, int account, int asset, long fromMillis, long toMillis, Page.Request page) {
        long[] after = Cursors.read('m', 2, page);
        Condition further = after == null
                ? DSL.noCondition()
                : Movement.ENTRY
                        .le(after[0])
                        .and(Movement.ENTRY.lt(after[0]).or(Movement.SEQUENCE.lt(Cursors.small(after[1]))));
        List<StatementLine> found = lines(scope)
                .and(Movement.ACCOUNT.eq(account))
                .and(asset == 0 ? DSL.noCondition() : Movement.ASSET.eq(asset))
                .and(Movement.TIME_MILLIS.ge(fromMillis))
                .and(Movement.TIME_MILLIS.lt(toMillis))
                .and(further)
                .orderBy(Movement.ENTRY.desc(), Movement.SEQUENCE.desc())
                .limit(page.limit() + 1)
                .fetch(StatementQueries::line);
        return Cursors.page(found, page, line -> Cursors.of('m', line.index(), line.sequence()));
    }

    List<StatementLine> movementsAfter(Scope scope, long index, int most) {
        List<StatementLine> found = lines(scope)
                .and(Movement.ENTRY.gt(index))
                .orderBy(Movement.ENTRY, Movement.SEQUENCE)
                .limit(most + 1)
                .fetch(StatementQueries::line);
        List<StatementLine> whole = Columns.whole(found, most, StatementLine::index);
        return whole.isEmpty() && !found.isEmpty() && most > 0
                ? ofEntry(scope, found.getFirst().index())
                : whole;
    }

    private List<StatementLine> ofEntry(Scope scope, long index) {
        return lines(scope)
                .and(Movement.ENTRY.eq(index))
                .orderBy(Movement.SEQUENCE)
                .fetch(StatementQueries::line);
    }

    private SelectConditionStep<Record> lines(Scope scope) {
        return sql.select(Movement.COLUMNS)
                .select(Asset.CODE, Asset.SCALE, Party.CODE)
                .from(Movement.TABLE)
                .join(Account.TABLE)
                .on(Account.ACCOUNT.eq(Movement.ACCOUNT))
                .join(Asset.TABLE)
                .on(Asset.ASSET.eq(Movement.ASSET))
                .leftJoin(Columns.as("other", Account.TABLE))
                .on(OTHER_ACCOUNT.eq(Movement.COUNTERPARTY))
                .leftJoin(Party.TABLE)
                .on(Party.PARTY.eq(OTHER_PARTY))
                .where(Scopes.party(scope, Account.PARTY));
    }

    private static StatementLine line(Record row) {
        @Nullable String counterparty = row.get(Party.CODE);
        return new StatementLine(
                Columns.of(row, Movement.ENTRY),
                Columns.of(row, Movement.SEQUENCE),
                Columns.of(row, Movement.TIME_MILLIS),
                Columns.of(row, Movement.ACCOUNT),
                Columns.of(row, Movement.ASSET),
                Columns.of(row, Asset.CODE),
                Columns.of(row, Asset.SCALE),
                StatementLine.Cause.valueOf(Columns.of(row, Movement.CAUSE)),
                Columns.of(row, Movement.REFERENCE),
                Columns.of(row, Movement.COUNTERPARTY),
                counterparty == null ? "" : counterparty,
                Columns.of(row, Movement.AVAILABLE),
                Columns.of(row, Movement.HELD),
                Columns.of(row, Movement.AVAILABLE_AFTER),
                Columns.of(row, Movement.HELD_AFTER));
    }
}
