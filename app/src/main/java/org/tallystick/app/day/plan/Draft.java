package org.tallystick.app.day.plan;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.wire.signature.SigningKey;

/** An instruction before it is sealed: its payload, and who signs. */
record Draft(Payload payload, List<SigningKey> signers) {

    Draft signedBy(SigningKey... keys) {
        return new Draft(payload, List.of(keys));
    }

    Draft alsoSignedBy(Actor other) {
        List<SigningKey> more = new ArrayList<>(signers);
        more.add(other.key());
        return new Draft(payload, more);
    }

    Draft allOrNothing() {
        return with(
                payload.ledger(),
                payload.party(),
                payload.instructionId(),
                payload.validUntilMillis(),
                BatchMode.ALL_OR_NOTHING);
    }

    Draft validUntil(long millis) {
        return with(payload.ledger(), payload.party(), payload.instructionId(), millis, payload.mode());
    }

    Draft named(String instructionId) {
        return with(payload.ledger(), payload.party(), instructionId, payload.validUntilMillis(), payload.mode());
    }

    Draft forLedger(String ledger) {
        return with(ledger, payload.party(), payload.instructionId(), payload.validUntilMillis(), payload.mode());
    }

    Draft by(int party) {
        return with(payload.ledger(), party, payload.instructionId(), payload.validUntilMillis(), payload.mode());
    }

    private Draft with(String ledger, int party, String instructionId, long validUntilMillis, BatchMode mode) {
        List<Command> commands = payload.commands();
        return new Draft(new Payload(ledger, party, instructionId, validUntilMillis, mode, commands), signers);
    }
}
