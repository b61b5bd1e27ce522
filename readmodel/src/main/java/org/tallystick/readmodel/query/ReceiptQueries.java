package org.tallystick.readmodel.query;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.schema.Tables.Party;
import org.tallystick.readmodel.schema.Tables.Receipt;
import org.tallystick.readmodel.schema.Tables.Rejection;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;

/** Receipts. */
final class ReceiptQueries {

    private final DSLContext sql;

    ReceiptQueries(DSLContext sql) {
        this.sql = sql;
    }

    Page<ReceiptView> receipts(Scope scope, ReceiptFilter filter, Page.Request page) {
        long[] after = Cursors.read('r', 1, page);
        ReceiptView.Verdict verdict = filter.verdict();
        RejectionCode code = filter.code();
        List<ReceiptView> found = receipts(scope)
                .and(after == null ? DSL.noCondition() : Receipt.ENTRY.lt(after[0]))
                .and(verdict == null ? DSL.noCondition() : Receipt.VERDICT.eq(verdict.name()))
                .and(filter.party() == 0 ? DSL.noCondition() : Receipt.PARTY.eq(filter.party()))
                .and(Texts.beginsWith(Receipt.INSTRUCTION_ID, filter.instructionId()))
                .and(code == null ? DSL.noCondition() : rejectedFor(code))
                .and(filter.fromMillis() == 0 ? DSL.noCondition() : Receipt.TIME_MILLIS.ge(filter.fromMillis()))
                .and(filter.toMillis() == 0 ? DSL.noCondition() : Receipt.TIME_MILLIS.lt(filter.toMillis()))
                .orderBy(Receipt.ENTRY.desc())
                .limit(page.limit() + 1)
                .fetch(ReceiptQueries::receipt);
        return Cursors.page(found, page, receipt -> Cursors.of('r', receipt.index()));
    }

    private static Condition rejectedFor(RejectionCode code) {
        return Receipt.ENTRY.in(
                DSL.select(Rejection.ENTRY).from(Rejection.TABLE).where(Rejection.CODE.eq(code.name())));
    }

    Optional<ReceiptView> receipt(Scope scope, long index) {
        return receipts(scope).and(Receipt.ENTRY.eq(index)).fetchOptional(ReceiptQueries::receipt);
    }

    /** The one that was decided; of several, since an id may be used again after its time, the last. */
    Optional<ReceiptView> receipt(Scope scope, int party, String instructionId) {
        return receipts(scope)
                .and(Receipt.PARTY.eq(party))
                .and(Texts.is(Receipt.INSTRUCTION_ID, instructionId))
                .orderBy(
                        DSL.when(Receipt.VERDICT.eq(ReceiptView.Verdict.DECIDED.name()), 0)
                                .otherwise(1),
                        Receipt.ENTRY.desc())
                .limit(1)
                .fetchOptional(ReceiptQueries::receipt);
    }

    List<ReceiptView> receiptsAfter(Scope scope, long index, int most) {
        return receipts(scope)
                .and(Receipt.ENTRY.gt(index))
                .orderBy(Receipt.ENTRY)
                .limit(most)
                .fetch(ReceiptQueries::receipt);
    }

    private SelectConditionStep<Record> receipts(Scope scope) {
        return sql.select(Receipt.COLUMNS)
                .select(Party.CODE)
                .from(Receipt.TABLE)
                .leftJoin(Party.TABLE)
                .on(Party.PARTY.eq(Receipt.PARTY))
                .where(Scopes.party(scope, Receipt.PARTY));
    }

    private static ReceiptView receipt(Record row) {
        @Nullable String partyCode = row.get(Party.CODE);
        @Nullable String rejection = row.get(Receipt.REJECTION);
        return new ReceiptView(
                Columns.of(row, Receipt.ENTRY),
                Columns.of(row, Receipt.TIME_MILLIS),
                HexFormat.of().formatHex(Columns.of(row, Receipt.DIGEST)),
                Columns.of(row, Receipt.PARTY),
                partyCode == null ? "" : partyCode,
                Columns.of(row, Receipt.INSTRUCTION_ID),
                ReceiptView.Verdict.valueOf(Columns.of(row, Receipt.VERDICT)),
                Columns.of(row, Receipt.COMMANDS),
                Columns.of(row, Receipt.REJECTED),
                rejection == null ? null : RejectionCode.valueOf(rejection),
                Columns.of(row, Receipt.DUE));
    }
}
