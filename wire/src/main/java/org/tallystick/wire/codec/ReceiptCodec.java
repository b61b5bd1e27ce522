package org.tallystick.wire.codec;

import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.wire.proto.Tally;

/** Receipts, with verdicts and outcomes. */
public final class ReceiptCodec {

    private ReceiptCodec() {}

    /** A receipt as a message; its bytes are made without one, see {@link ReceiptBytes}. */
    public static Tally.Receipt encode(Receipt receipt) {
        Tally.Receipt.Builder message = Tally.Receipt.newBuilder()
                .setIndex(receipt.index())
                .setTimeMillis(receipt.timeMillis())
                .setDigest(Values.encode(receipt.envelope()));
        receipt.due().forEach(event -> message.addDue(EventCodec.encode(event)));
        switch (receipt.verdict()) {
            case Verdict.Decided decided -> message.setDecided(encode(decided));
            case Verdict.Repeated repeated ->
                message.getRepetitionBuilder()
                        .setParty(repeated.party())
                        .setInstructionId(repeated.instructionId())
                        .setFirstIndex(repeated.firstIndex());
            case Verdict.Refused refused -> message.setRefused(RejectionCodec.encode(refused.rejection()));
            case Verdict.Ticked ticked -> message.setTicked(Tally.Ticked.getDefaultInstance());
        }
        return message.build();
    }

    private static Tally.Decided encode(Verdict.Decided decided) {
        Tally.Decided.Builder message =
                Tally.Decided.newBuilder().setParty(decided.party()).setInstructionId(decided.instructionId());
        for (Outcome outcome : decided.outcomes()) {
            message.addOutcomes(encode(outcome));
        }
        return message.build();
    }

    private static Tally.Outcome encode(Outcome outcome) {
        Tally.Outcome.Builder message = Tally.Outcome.newBuilder();
        switch (outcome) {
            case Outcome.Accepted accepted -> {
                Tally.Accepted.Builder events = Tally.Accepted.newBuilder();
                for (Event event : accepted.events()) {
                    events.addEvents(EventCodec.encode(event));
                }
                message.setAccepted(events);
            }
            case Outcome.Rejected rejected -> message.setRejected(RejectionCodec.encode(rejected.rejection()));
        }
        return message.build();
    }

    /**
     * The receipt that a message says.
     *
     * @throws MalformedMessage where it says none
     */
    public static Receipt decode(Tally.Receipt message) {
        return new Receipt(
                message.getIndex(),
                message.getTimeMillis(),
                Values.decodeDigest("digest", message.getDigest()),
                Values.each(message.getDueList(), EventCodec::decode),
                verdict(message));
    }

    private static Verdict verdict(Tally.Receipt message) {
        return switch (message.getVerdictCase()) {
            case DECIDED ->
                new Verdict.Decided(
                        message.getDecided().getParty(),
                        message.getDecided().getInstructionId(),
                        Values.each(message.getDecided().getOutcomesList(), ReceiptCodec::decode));
            case REPETITION ->
                new Verdict.Repeated(
                        message.getRepetition().getParty(),
                        message.getRepetition().getInstructionId(),
                        message.getRepetition().getFirstIndex());
            case REFUSED -> new Verdict.Refused(RejectionCodec.decode(message.getRefused()));
            case TICKED -> new Verdict.Ticked();
            case VERDICT_NOT_SET -> throw new MalformedMessage("the receipt has no verdict, or one not known");
        };
    }

    private static Outcome decode(Tally.Outcome message) {
        return switch (message.getKindCase()) {
            case ACCEPTED ->
                new Outcome.Accepted(Values.each(message.getAccepted().getEventsList(), EventCodec::decode));
            case REJECTED -> new Outcome.Rejected(RejectionCodec.decode(message.getRejected()));
            case KIND_NOT_SET -> throw new MalformedMessage("an outcome is empty, or of a kind not known");
        };
    }
}
