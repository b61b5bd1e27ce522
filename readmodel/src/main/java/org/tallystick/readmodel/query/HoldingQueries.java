package org.tallystick.readmodel.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.Tables.Account;
import org.tallystick.readmodel.schema.Tables.Asset;
import org.tallystick.readmodel.schema.Tables.Hold;
import org.tallystick.readmodel.schema.Tables.Holding;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.HoldView.BeneficiaryKind;
import org.tallystick.readmodel.view.HoldingView;

/** Holdings and holds. */
final class HoldingQueries {

    private static final String ONE_HOLDING = """
            select asset.code, asset.scale, holding.available, holding.held, holding.entry
            from holding
            join account on account.account = holding.account
            join asset on asset.asset = holding.asset
            where holding.account = ? and holding.asset = ? and ? in (account.party, 0)
            """;

    private final DSLContext sql;

    HoldingQueries(DSLContext sql) {
        this.sql = sql;
    }

    List<HoldingView> holdings(Scope scope, int account) {
        return holdings(Holding.ACCOUNT.eq(account).and(Scopes.party(scope, Account.PARTY)), Integer.MAX_VALUE);
    }

    Page<HoldingView> holdings(Scope scope, Page.Request page) {
        long[] after = Cursors.read('b', 2, page);
        Condition further = after == null
                ? DSL.noCondition()
                : Holding.ACCOUNT
                        .ge(Cursors.small(after[0]))
                        .and(Holding.ACCOUNT.gt(Cursors.small(after[0])).or(Holding.ASSET.gt(Cursors.small(after[1]))));
        Condition notNothing = Holding.AVAILABLE.ne(0L).or(Holding.HELD.ne(0L));
        List<HoldingView> found =
                holdings(Scopes.party(scope, Account.PARTY).and(further).and(notNothing), page.limit() + 1);
        return Cursors.page(found, page, holding -> Cursors.of('b', holding.account(), holding.asset()));
    }

    /** The read that is asked most: one statement, prepared once a connection. */
    Optional<HoldingView> holding(Scope scope, int account, int asset) {
        return sql.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ONE_HOLDING)) {
                statement.setInt(1, account);
                statement.setInt(2, asset);
                statement.setInt(3, Scopes.sums(scope));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(holding(row, account, asset)) : Optional.empty();
                }
            }
        });
    }

    private static HoldingView holding(ResultSet row, int account, int asset) throws SQLException {
        return new HoldingView(
                account, asset, row.getString(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5));
    }

    private List<HoldingView> holdings(Condition which, int most) {
        return sql.select(
                        Holding.ACCOUNT,
                        Holding.ASSET,
                        Asset.CODE,
                        Asset.SCALE,
                        Holding.AVAILABLE,
                        Holding.HELD,
                        Holding.ENTRY)
                .from(Holding.TABLE)
                .join(Account.TABLE)
                .on(Account.ACCOUNT.eq(Holding.ACCOUNT))
                .join(Asset.TABLE)
                .on(Asset.ASSET.eq(Holding.ASSET))
                .where(which)
                .orderBy(Holding.ACCOUNT, Holding.ASSET)
                .limit(most)
                .fetch(row -> new HoldingView(
                        Columns.of(row, Holding.ACCOUNT),
                        Columns.of(row, Holding.ASSET),
                        Columns.of(row, Asset.CODE),
                        Columns.of(row, Asset.SCALE),
                        Columns.of(row, Holding.AVAILABLE),
                        Columns.of(row, Holding.HELD),
                        Columns.of(row, Holding.ENTRY)));
    }

    Page<HoldView> holds(Scope scope, Page.Request page) {
        long[] after = Cursors.read('h', 1, page);
        List<HoldView> found =
                holds(scope, after == null ? DSL.noCondition() : Hold.HOLD.lt(after[0]), page.limit() + 1);
        return Cursors.page(found, page, hold -> Cursors.of('h', hold.hold()));
    }

    Optional<HoldView> hold(Scope scope, long hold) {
        return holds(scope, Hold.HOLD.eq(hold), 1).stream().findFirst();
    }

    private List<HoldView> holds(Scope scope, Condition which, int most) {
        Condition concerned = switch (scope) {
            case Scope.Everything everything -> DSL.noCondition();
            case Scope.OfParty of ->
                Account.PARTY
                        .eq(of.party())
                        .or(Hold.BENEFICIARY_KIND
                                .eq(BeneficiaryKind.PARTY.name())
                                .and(Hold.BENEFICIARY.eq((long) of.party())));
        };
        return sql.select(Hold.COLUMNS)
                .select(Asset.CODE, Asset.SCALE)
                .from(Hold.TABLE)
                .join(Account.TABLE)
                .on(Account.ACCOUNT.eq(Hold.ACCOUNT))
                .join(Asset.TABLE)
                .on(Asset.ASSET.eq(Hold.ASSET))
                .where(Hold.ENDED_ENTRY.eq(0L))
                .and(concerned)
                .and(which)
                .orderBy(Hold.HOLD.desc())
                .limit(most)
                .fetch(HoldingQueries::hold);
    }

    private static HoldView hold(Record row) {
        return new HoldView(
                Columns.of(row, Hold.HOLD),
                Columns.of(row, Hold.ACCOUNT),
                Columns.of(row, Hold.ASSET),
                Columns.of(row, Asset.CODE),
                Columns.of(row, Asset.SCALE),
                Columns.of(row, Hold.AMOUNT),
                BeneficiaryKind.valueOf(Columns.of(row, Hold.BENEFICIARY_KIND)),
                Columns.of(row, Hold.BENEFICIARY),
                Columns.of(row, Hold.EXPIRY_MILLIS),
                Columns.of(row, Hold.REFERENCE));
    }
}
