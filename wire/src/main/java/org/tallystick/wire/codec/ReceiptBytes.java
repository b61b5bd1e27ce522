package org.tallystick.wire.codec;

import java.util.List;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.wire.proto.Tally;

/**
 * Receipts as bytes: those of {@link ReceiptCodec}, without its messages. Each entry has a receipt, so what every trade
 * has in it is written at once; the rest goes by way of messages.
 */
public final class ReceiptBytes {

    private static final int RECEIPT_BYTES = 160;
    private static final int OUTCOME_BYTES = 80;

    private final Backwards out;

    private ReceiptBytes(int room) {
        out = new Backwards(room);
    }

    /** The bytes of a receipt. */
    public static byte[] of(Receipt receipt) {
        int outcomes = receipt.verdict() instanceof Verdict.Decided decided
                ? decided.outcomes().size()
                : 0;
        ReceiptBytes bytes = new ReceiptBytes(RECEIPT_BYTES + outcomes * OUTCOME_BYTES);
        bytes.write(receipt);
        return bytes.out.toByteArray();
    }

    private void write(Receipt receipt) {
        write(receipt.verdict());
        writeEvents(Tally.Receipt.DUE_FIELD_NUMBER, receipt.due());
        out.bytes(Tally.Receipt.DIGEST_FIELD_NUMBER, receipt.envelope().bytes());
        out.number(Tally.Receipt.TIME_MILLIS_FIELD_NUMBER, receipt.timeMillis());
        out.number(Tally.Receipt.INDEX_FIELD_NUMBER, receipt.index());
    }

    private void write(Verdict verdict) {
        int before = out.length();
        switch (verdict) {
            case Verdict.Decided decided -> {
                for (int i = decided.outcomes().size() - 1; i >= 0; i--) {
                    write(decided.outcomes().get(i));
                }
                out.text(Tally.Decided.INSTRUCTION_ID_FIELD_NUMBER, decided.instructionId());
                out.number(Tally.Decided.PARTY_FIELD_NUMBER, decided.party());
                out.message(Tally.Receipt.DECIDED_FIELD_NUMBER, before);
            }
            case Verdict.Repeated repeated -> {
                out.number(Tally.Repetition.FIRST_INDEX_FIELD_NUMBER, repeated.firstIndex());
                out.text(Tally.Repetition.INSTRUCTION_ID_FIELD_NUMBER, repeated.instructionId());
                out.number(Tally.Repetition.PARTY_FIELD_NUMBER, repeated.party());
                out.message(Tally.Receipt.REPETITION_FIELD_NUMBER, before);
            }
            case Verdict.Refused refused ->
                out.message(Tally.Receipt.REFUSED_FIELD_NUMBER, RejectionCodec.encode(refused.rejection()));
            case Verdict.Ticked() -> out.message(Tally.Receipt.TICKED_FIELD_NUMBER, before);
        }
    }

    private void write(Outcome outcome) {
        int before = out.length();
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                writeEvents(Tally.Accepted.EVENTS_FIELD_NUMBER, accepted.events());
                out.message(Tally.Outcome.ACCEPTED_FIELD_NUMBER, before);
            }
            case Outcome.Rejected rejected ->
                out.message(Tally.Outcome.REJECTED_FIELD_NUMBER, RejectionCodec.encode(rejected.rejection()));
        }
        out.message(Tally.Decided.OUTCOMES_FIELD_NUMBER, before);
    }

    private void writeEvents(int field, List<Event> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            write(field, events.get(i));
        }
    }

    private void write(int field, Event event) {
        int before = out.length();
        switch (event) {
            case Movement.Posted posted -> {
                writeLegs(Tally.Posted.LEGS_FIELD_NUMBER, posted.legs());
                out.message(Tally.Event.POSTED_FIELD_NUMBER, before);
                out.message(field, before);
            }
            case SettlementEvent.SettlementInstructed instructed -> {
                write(instructed);
                out.message(Tally.Event.SETTLEMENT_INSTRUCTED_FIELD_NUMBER, before);
                out.message(field, before);
            }
            case SettlementEvent.SettlementFinal done -> {
                out.number(Tally.SettlementFinal.SETTLEMENT_FIELD_NUMBER, done.settlement());
                out.message(Tally.Event.SETTLEMENT_FINAL_FIELD_NUMBER, before);
                out.message(field, before);
            }
            case Movement _, SettlementEvent _, RegisterEvent _, ServicingEvent _, AuctionEvent _ ->
                out.message(field, EventCodec.encode(event));
        }
    }

    private void write(SettlementEvent.SettlementInstructed instructed) {
        out.number(Tally.SettlementInstructed.DEADLINE_MILLIS_FIELD_NUMBER, instructed.deadlineMillis());
        if (instructed.valueDate() != null) {
            out.message(Tally.SettlementInstructed.VALUE_DATE_FIELD_NUMBER, Values.encode(instructed.valueDate()));
        }
        writeLegs(Tally.SettlementInstructed.LEGS_FIELD_NUMBER, instructed.legs());
        out.number(Tally.SettlementInstructed.PROPOSER_FIELD_NUMBER, instructed.proposer());
        out.number(Tally.SettlementInstructed.SETTLEMENT_FIELD_NUMBER, instructed.settlement());
    }

    private void writeLegs(int field, List<Leg> legs) {
        for (int i = legs.size() - 1; i >= 0; i--) {
            Leg leg = legs.get(i);
            int before = out.length();
            out.number(Tally.Leg.HOLD_FIELD_NUMBER, leg.hold());
            out.number(Tally.Leg.AMOUNT_FIELD_NUMBER, leg.amount());
            out.number(Tally.Leg.TO_ACCOUNT_FIELD_NUMBER, leg.toAccount());
            out.number(Tally.Leg.FROM_ACCOUNT_FIELD_NUMBER, leg.fromAccount());
            out.number(Tally.Leg.ASSET_FIELD_NUMBER, leg.asset());
            out.message(field, before);
        }
    }
}
