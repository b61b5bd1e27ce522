package org.tallystick.readmodel.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.Tables.Account;
import org.tallystick.readmodel.schema.Tables.Asset;
import org.tallystick.readmodel.schema.Tables.Party;
import org.tallystick.readmodel.schema.Tables.Settlement;
import org.tallystick.readmodel.schema.Tables.SettlementLeg;
import org.tallystick.readmodel.schema.Tables.SettlementParty;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.SettlementView.Affirmation;
import org.tallystick.readmodel.view.SettlementView.LegView;
import org.tallystick.readmodel.view.SettlementView.State;

/** Settlements with their legs and parties. */
final class SettlementQueries {

    private static final Field<Integer> GIVER = Columns.as("giver", Account.PARTY);
    private static final Field<Integer> TAKER = Columns.as("taker", Account.PARTY);
    private static final Field<String> GIVER_CODE =
            Columns.as("giving", Party.CODE).as("giver_code");
    private static final Field<String> TAKER_CODE =
            Columns.as("taking", Party.CODE).as("taker_code");

    private final DSLContext sql;

    SettlementQueries(DSLContext sql) {
        this.sql = sql;
    }

    Page<SettlementView> settlements(Scope scope, SettlementFilter filter, Page.Request page) {
        long[] after = Cursors.read('s', 1, page);
        List<SettlementView> found = read(settlements(scope)
                .and(after == null ? DSL.noCondition() : Settlement.SETTLEMENT.lt(after[0]))
                .and(matches(filter))
                .orderBy(Settlement.SETTLEMENT.desc())
                .limit(page.limit() + 1)
                .fetch());
        return Cursors.page(found, page, settlement -> Cursors.of('s', settlement.settlement()));
    }

    private static Condition matches(SettlementFilter filter) {
        State state = filter.state();
        Condition matches = state == null ? DSL.noCondition() : Settlement.STATE.eq(state.name());
        if (filter.party() != 0) {
            matches = matches.and(isParty(filter.party()));
        }
        if (filter.asset() != 0) {
            matches = matches.and(DSL.exists(DSL.selectOne()
                    .from(SettlementLeg.TABLE)
                    .where(SettlementLeg.SETTLEMENT.eq(Settlement.SETTLEMENT))
                    .and(SettlementLeg.ASSET.eq(filter.asset()))));
        }
        if (filter.fromMillis() != 0) {
            matches = matches.and(Settlement.INSTRUCTED_MILLIS.ge(filter.fromMillis()));
        }
        if (filter.toMillis() != 0) {
            matches = matches.and(Settlement.INSTRUCTED_MILLIS.lt(filter.toMillis()));
        }
        return filter.awaiting() == 0 ? matches : matches.and(awaits(filter.awaiting()));
    }

    private static Condition isParty(int party) {
        return Settlement.SETTLEMENT.in(DSL.select(SettlementParty.SETTLEMENT)
                .from(SettlementParty.TABLE)
                .where(SettlementParty.PARTY.eq(party)));
    }

    private static Condition awaits(int party) {
        return Settlement.STATE
                .eq(State.PENDING.name())
                .and(Settlement.SETTLEMENT.in(DSL.select(SettlementParty.SETTLEMENT)
                        .from(SettlementParty.TABLE)
                        .where(SettlementParty.PARTY.eq(party))
                        .and(SettlementParty.GIVES)
                        .and(SettlementParty.AFFIRMED_ENTRY.eq(0L).or(Settlement.FAILED_FOR.isNotNull()))));
    }

    Optional<SettlementView> settlement(Scope scope, long settlement) {
        return read(settlements(scope).and(Settlement.SETTLEMENT.eq(settlement)).fetch()).stream()
                .findFirst();
    }

    List<SettlementView> settlementsAfter(Scope scope, long index, int most) {
        Result<Record> found = settlements(scope)
                .and(Settlement.CHANGED_ENTRY.gt(index))
                .orderBy(Settlement.CHANGED_ENTRY, Settlement.SETTLEMENT)
                .limit(most + 1)
                .fetch();
        List<Record> whole = Columns.whole(found, most, row -> Columns.of(row, Settlement.CHANGED_ENTRY));
        return whole.isEmpty() && !found.isEmpty() && most > 0
                ? changedBy(scope, Columns.of(found.getFirst(), Settlement.CHANGED_ENTRY))
                : read(whole);
    }

    private List<SettlementView> changedBy(Scope scope, long index) {
        return read(settlements(scope)
                .and(Settlement.CHANGED_ENTRY.eq(index))
                .orderBy(Settlement.SETTLEMENT)
                .fetch());
    }

    private SelectConditionStep<Record> settlements(Scope scope) {
        return sql.select(Settlement.COLUMNS)
                .select(Party.CODE)
                .from(Settlement.TABLE)
                .join(Party.TABLE)
                .on(Party.PARTY.eq(Settlement.PROPOSER))
                .where(
                        switch (scope) {
                            case Scope.Everything everything -> DSL.noCondition();
                            case Scope.OfParty of -> isParty(of.party());
                        });
    }

    private List<SettlementView> read(List<? extends Record> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<Long> numbers =
                rows.stream().map(row -> Columns.of(row, Settlement.SETTLEMENT)).collect(Collectors.toSet());
        Map<Long, List<LegView>> legs = legs(numbers);
        Result<Record> parties = parties(numbers);
        List<SettlementView> views = new ArrayList<>(rows.size());
        for (Record row : rows) {
            long number = Columns.of(row, Settlement.SETTLEMENT);
            views.add(settlement(row, legs.getOrDefault(number, List.of()), parties));
        }
        return views;
    }

    private static SettlementView settlement(Record row, List<LegView> legs, Result<Record> parties) {
        long number = Columns.of(row, Settlement.SETTLEMENT);
        @Nullable String failedFor = row.get(Settlement.FAILED_FOR);
        List<Affirmation> affirmations = new ArrayList<>();
        for (Record party : parties) {
            if (Columns.of(party, SettlementParty.SETTLEMENT) == number) {
                affirmations.add(new Affirmation(
                        Columns.of(party, SettlementParty.PARTY),
                        Columns.of(party, Party.CODE),
                        failedFor == null ? Columns.of(party, SettlementParty.AFFIRMED_ENTRY) : 0,
                        Columns.of(party, SettlementParty.CANCEL_ENTRY)));
            }
        }
        return new SettlementView(
                number,
                Columns.of(row, Settlement.PROPOSER),
                Columns.of(row, Party.CODE),
                State.valueOf(Columns.of(row, Settlement.STATE)),
                Columns.of(row, Settlement.INSTRUCTED_ENTRY),
                Columns.of(row, Settlement.INSTRUCTED_MILLIS),
                Columns.of(row, Settlement.CHANGED_ENTRY),
                Columns.of(row, Settlement.CHANGED_MILLIS),
                row.get(Settlement.VALUE_DATE),
                Columns.of(row, Settlement.DEADLINE_MILLIS),
                failedFor == null ? null : RejectionCode.valueOf(failedFor),
                legs,
                affirmations);
    }

    private Map<Long, List<LegView>> legs(Set<Long> settlements) {
        Map<Long, List<LegView>> legs = new HashMap<>();
        sql.select(SettlementLeg.COLUMNS)
                .select(Asset.CODE, Asset.SCALE, GIVER, GIVER_CODE, TAKER, TAKER_CODE)
                .from(SettlementLeg.TABLE)
                .join(Asset.TABLE)
                .on(Asset.ASSET.eq(SettlementLeg.ASSET))
                .join(Columns.as("giver", Account.TABLE))
                .on(Columns.as("giver", Account.ACCOUNT).eq(SettlementLeg.FROM_ACCOUNT))
                .join(Columns.as("giving", Party.TABLE))
                .on(Columns.as("giving", Party.PARTY).eq(GIVER))
                .join(Columns.as("taker", Account.TABLE))
                .on(Columns.as("taker", Account.ACCOUNT).eq(SettlementLeg.TO_ACCOUNT))
                .join(Columns.as("taking", Party.TABLE))
                .on(Columns.as("taking", Party.PARTY).eq(TAKER))
                .where(SettlementLeg.SETTLEMENT.in(settlements))
                .orderBy(SettlementLeg.SETTLEMENT, SettlementLeg.LEG)
                .forEach(row -> legs.computeIfAbsent(
                                Columns.of(row, SettlementLeg.SETTLEMENT), number -> new ArrayList<>())
                        .add(leg(row)));
        return legs;
    }

    private static LegView leg(Record row) {
        return new LegView(
                Columns.of(row, SettlementLeg.LEG),
                Columns.of(row, SettlementLeg.ASSET),
                Columns.of(row, Asset.CODE),
                Columns.of(row, Asset.SCALE),
                Columns.of(row, SettlementLeg.FROM_ACCOUNT),
                Columns.of(row, GIVER),
                Columns.of(row, GIVER_CODE),
                Columns.of(row, SettlementLeg.TO_ACCOUNT),
                Columns.of(row, TAKER),
                Columns.of(row, TAKER_CODE),
                Columns.of(row, SettlementLeg.AMOUNT),
                Columns.of(row, SettlementLeg.HOLD));
    }

    /** Those whose word is needed. */
    private Result<Record> parties(Set<Long> settlements) {
        return sql.select(SettlementParty.COLUMNS)
                .select(Party.CODE)
                .from(SettlementParty.TABLE)
                .join(Party.TABLE)
                .on(Party.PARTY.eq(SettlementParty.PARTY))
                .where(SettlementParty.SETTLEMENT.in(settlements))
                .and(SettlementParty.GIVES)
                .orderBy(SettlementParty.SETTLEMENT, SettlementParty.PARTY)
                .fetch();
    }
}
