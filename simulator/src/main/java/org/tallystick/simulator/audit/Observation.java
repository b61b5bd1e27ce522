package org.tallystick.simulator.audit;

import java.util.Set;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.rejection.RejectionCode;

/** What the auditor saw go into the ledger. */
public sealed interface Observation {

    /**
     * A readable instruction.
     *
     * @param digest of the signed payload bytes
     * @param signers whose signatures over the payload verify
     */
    record Instruction(Payload payload, Digest digest, Set<PublicKey> signers) implements Observation {}

    /** Bytes that were no valid envelope. */
    record Unreadable(RejectionCode code, Digest digest) implements Observation {}

    /** The ledger's own timer. */
    record Timer() implements Observation {}
}
