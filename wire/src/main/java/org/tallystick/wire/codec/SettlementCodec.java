package org.tallystick.wire.codec;

import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.CancelSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.wire.proto.Tally;

/** Settlement: instruct, affirm, cancel. */
final class SettlementCodec {

    private SettlementCodec() {}

    static void put(SettlementCommand command, Tally.Command.Builder message) {
        switch (command) {
            case InstructSettlement instruct -> message.setInstructSettlement(message(instruct));
            case AffirmSettlement affirm -> message.getAffirmSettlementBuilder().setSettlement(affirm.settlement());
            case CancelSettlement cancel -> message.getCancelSettlementBuilder().setSettlement(cancel.settlement());
        }
    }

    private static Tally.InstructSettlement message(InstructSettlement instruct) {
        Tally.InstructSettlement.Builder message =
                Tally.InstructSettlement.newBuilder().setDeadlineMillis(instruct.deadlineMillis());
        for (Leg leg : instruct.legs()) {
            message.addLegs(Values.encode(leg));
        }
        if (instruct.valueDate() != null) {
            message.setValueDate(Values.encode(instruct.valueDate()));
        }
        return message.build();
    }

    static InstructSettlement decode(Tally.InstructSettlement message) {
        return new InstructSettlement(
                Values.each(message.getLegsList(), Values::decode),
                Values.decodeIfPresent("value_date", message.hasValueDate(), message.getValueDate()),
                message.getDeadlineMillis());
    }

    static AffirmSettlement decode(Tally.AffirmSettlement message) {
        return new AffirmSettlement(message.getSettlement());
    }

    static CancelSettlement decode(Tally.CancelSettlement message) {
        return new CancelSettlement(message.getSettlement());
    }
}
