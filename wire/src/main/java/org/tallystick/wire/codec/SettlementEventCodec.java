package org.tallystick.wire.codec;

import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.event.SettlementEvent.CancellationAgreed;
import org.tallystick.ledger.event.SettlementEvent.SettlementAffirmed;
import org.tallystick.ledger.event.SettlementEvent.SettlementCancelled;
import org.tallystick.ledger.event.SettlementEvent.SettlementFailed;
import org.tallystick.ledger.event.SettlementEvent.SettlementFinal;
import org.tallystick.ledger.event.SettlementEvent.SettlementInstructed;
import org.tallystick.ledger.event.SettlementEvent.SettlementLapsed;
import org.tallystick.wire.proto.Tally;

/** Steps of a settlement. */
final class SettlementEventCodec {

    private SettlementEventCodec() {}

    static void put(SettlementEvent event, Tally.Event.Builder message) {
        switch (event) {
            case SettlementInstructed instructed -> message.setSettlementInstructed(message(instructed));
            case SettlementAffirmed affirmed ->
                message.getSettlementAffirmedBuilder()
                        .setSettlement(affirmed.settlement())
                        .setParty(affirmed.party());
            case SettlementFinal done ->
                message.setSettlementFinal(Tally.SettlementFinal.newBuilder().setSettlement(done.settlement()));
            case SettlementFailed failed ->
                message.getSettlementFailedBuilder()
                        .setSettlement(failed.settlement())
                        .setReason(RejectionCodec.encode(failed.reason()));
            case CancellationAgreed agreed ->
                message.getCancellationAgreedBuilder()
                        .setSettlement(agreed.settlement())
                        .setParty(agreed.party());
            case SettlementCancelled cancelled ->
                message.getSettlementCancelledBuilder().setSettlement(cancelled.settlement());
            case SettlementLapsed lapsed -> message.getSettlementLapsedBuilder().setSettlement(lapsed.settlement());
        }
    }

    private static Tally.SettlementInstructed message(SettlementInstructed instructed) {
        Tally.SettlementInstructed.Builder message = Tally.SettlementInstructed.newBuilder()
                .setSettlement(instructed.settlement())
                .setProposer(instructed.proposer())
                .setDeadlineMillis(instructed.deadlineMillis());
        instructed.legs().forEach(leg -> message.addLegs(Values.encode(leg)));
        if (instructed.valueDate() != null) {
            message.setValueDate(Values.encode(instructed.valueDate()));
        }
        return message.build();
    }

    static SettlementInstructed decode(Tally.SettlementInstructed message) {
        return new SettlementInstructed(
                message.getSettlement(),
                message.getProposer(),
                Values.each(message.getLegsList(), Values::decode),
                Values.decodeIfPresent("value_date", message.hasValueDate(), message.getValueDate()),
                message.getDeadlineMillis());
    }

    static SettlementAffirmed decode(Tally.SettlementAffirmed message) {
        return new SettlementAffirmed(message.getSettlement(), message.getParty());
    }

    static SettlementFinal decode(Tally.SettlementFinal message) {
        return new SettlementFinal(message.getSettlement());
    }

    static SettlementFailed decode(Tally.SettlementFailed message) {
        return new SettlementFailed(message.getSettlement(), RejectionCodec.decode(message.getReason()));
    }

    static CancellationAgreed decode(Tally.CancellationAgreed message) {
        return new CancellationAgreed(message.getSettlement(), message.getParty());
    }

    static SettlementCancelled decode(Tally.SettlementCancelled message) {
        return new SettlementCancelled(message.getSettlement());
    }

    static SettlementLapsed decode(Tally.SettlementLapsed message) {
        return new SettlementLapsed(message.getSettlement());
    }
}
