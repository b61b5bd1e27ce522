package org.tallystick.ledger.engine;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.contract.Authority;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.register.Parties;
import org.tallystick.ledger.register.Party;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/** Whether an envelope may be acted on at all; the checks stand in the published order of precedence. */
final class Admission {

    static final int MOST_COMMANDS = 4_096;

    private static final int LONGEST_INSTRUCTION_ID = 35;
    private static final long LONGEST_VALIDITY_MILLIS = 24L * 60 * 60 * 1000;

    private final String ledger;
    private final Parties parties;

    Admission(String ledger, Parties parties) {
        this.ledger = ledger;
        this.parties = parties;
    }

    /** Why the envelope is nobody's word, or null. What passes is the party's own, new or repeated. */
    @Nullable
    Rejection authenticity(Payload payload, Authority authority) {
        if (!payload.ledger().equals(ledger)) {
            return Rejection.of(RejectionCode.WRONG_LEDGER);
        }
        if (!isInstructionId(payload.instructionId())) {
            return Rejection.of(RejectionCode.BAD_INSTRUCTION_ID);
        }
        if (payload.commands().isEmpty() || payload.commands().size() > MOST_COMMANDS) {
            return Rejection.of(RejectionCode.BAD_BATCH_SIZE);
        }
        Party party = parties.find(payload.party());
        if (party == null) {
            return Rejection.of(RejectionCode.UNKNOWN_PARTY, payload.party());
        }
        if (authority.firstUnknown() != null) {
            return Rejection.of(RejectionCode.UNKNOWN_KEY, payload.party());
        }
        if (authority.hasRevoked()) {
            return Rejection.of(RejectionCode.REVOKED_KEY, payload.party());
        }
        return authority.thresholdMet(party) ? null : Rejection.of(RejectionCode.THRESHOLD_NOT_MET, payload.party());
    }

    /** Why a new instruction may not be acted on now, or null. */
    @Nullable
    Rejection timeliness(Payload payload, long nowMillis) {
        if (parties.get(payload.party()).status() != PartyStatus.ACTIVE) {
            return Rejection.of(RejectionCode.PARTY_SUSPENDED, payload.party());
        }
        if (payload.validUntilMillis() < nowMillis) {
            return Rejection.of(RejectionCode.EXPIRED);
        }
        return payload.validUntilMillis() - nowMillis > LONGEST_VALIDITY_MILLIS
                ? Rejection.of(RejectionCode.VALIDITY_TOO_LONG)
                : null;
    }

    private static boolean isInstructionId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_INSTRUCTION_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < ' ' || id.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
