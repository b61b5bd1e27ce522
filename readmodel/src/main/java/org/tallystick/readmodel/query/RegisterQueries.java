package org.tallystick.readmodel.query;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.Tables.Account;
import org.tallystick.readmodel.schema.Tables.Party;
import org.tallystick.readmodel.schema.Tables.PartyKey;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.readmodel.view.PartyView;

/** Parties, keys and accounts. */
final class RegisterQueries {

    private final DSLContext sql;

    RegisterQueries(DSLContext sql) {
        this.sql = sql;
    }

    Page<PartyView> parties(Page.Request page) {
        long[] after = Cursors.read('p', 1, page);
        List<PartyView> found = sql.select(Party.COLUMNS)
                .from(Party.TABLE)
                .where(after == null ? DSL.noCondition() : Party.PARTY.gt(Cursors.small(after[0])))
                .orderBy(Party.PARTY)
                .limit(page.limit() + 1)
                .fetch(RegisterQueries::party);
        return Cursors.page(found, page, party -> Cursors.of('p', party.party()));
    }

    Optional<PartyView> party(int party) {
        return sql.select(Party.COLUMNS)
                .from(Party.TABLE)
                .where(Party.PARTY.eq(party))
                .fetchOptional(RegisterQueries::party);
    }

    Optional<KeyHolder> keyHolder(PublicKey key) {
        return keys(PartyKey.PUBLIC_KEY.eq(key.toString())).stream().findFirst();
    }

    List<KeyHolder> keys(Scope scope, int party) {
        return Scopes.covers(scope, party) ? keys(PartyKey.PARTY.eq(party)) : List.of();
    }

    private List<KeyHolder> keys(Condition which) {
        return sql.select(PartyKey.COLUMNS)
                .select(Party.COLUMNS)
                .from(PartyKey.TABLE)
                .join(Party.TABLE)
                .on(Party.PARTY.eq(PartyKey.PARTY))
                .where(which)
                .orderBy(PartyKey.ENTRY, PartyKey.PUBLIC_KEY)
                .fetch(row -> new KeyHolder(
                        new PublicKey(HexFormat.of().parseHex(Columns.of(row, PartyKey.PUBLIC_KEY))),
                        party(row),
                        Columns.of(row, PartyKey.REVOKED),
                        Columns.of(row, PartyKey.ENTRY)));
    }

    Page<AccountView> accounts(Scope scope, Page.Request page) {
        long[] after = Cursors.read('a', 1, page);
        List<AccountView> found = accounts(
                Scopes.party(scope, Account.PARTY)
                        .and(after == null ? DSL.noCondition() : Account.ACCOUNT.gt(Cursors.small(after[0]))),
                page.limit() + 1);
        return Cursors.page(found, page, account -> Cursors.of('a', account.account()));
    }

    Optional<AccountView> account(Scope scope, int account) {
        return accounts(Account.ACCOUNT.eq(account).and(Scopes.party(scope, Account.PARTY)), 1).stream()
                .findFirst();
    }

    private List<AccountView> accounts(Condition which, int most) {
        return sql.select(Account.ACCOUNT, Account.PARTY, Party.CODE, Account.LABEL, Account.STATUS)
                .from(Account.TABLE)
                .join(Party.TABLE)
                .on(Party.PARTY.eq(Account.PARTY))
                .where(which)
                .orderBy(Account.ACCOUNT)
                .limit(most)
                .fetch(row -> new AccountView(
                        Columns.of(row, Account.ACCOUNT),
                        Columns.of(row, Account.PARTY),
                        Columns.of(row, Party.CODE),
                        Columns.of(row, Account.LABEL),
                        AccountStatus.valueOf(Columns.of(row, Account.STATUS))));
    }

    Optional<PartyView> ownerOf(int account) {
        return sql.select(Party.COLUMNS)
                .from(Account.TABLE)
                .join(Party.TABLE)
                .on(Party.PARTY.eq(Account.PARTY))
                .where(Account.ACCOUNT.eq(account))
                .fetchOptional(RegisterQueries::party);
    }

    private static PartyView party(Record row) {
        return new PartyView(
                Columns.of(row, Party.PARTY),
                Columns.of(row, Party.CODE),
                Columns.of(row, Party.NAME),
                roles(Columns.of(row, Party.ROLES)),
                Columns.of(row, Party.JURISDICTION),
                PartyStatus.valueOf(Columns.of(row, Party.STATUS)),
                Columns.of(row, Party.THRESHOLD));
    }

    static List<Role> roles(String names) {
        return Arrays.stream(names.split(" ")).map(Role::valueOf).toList();
    }
}
