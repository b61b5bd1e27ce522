package org.tallystick.ledger.engine;

import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.rejection.RejectionCode;

/** One entry of the log, as the core sees it: decoded, its signatures verified. Time comes beside it. */
public sealed interface Entry {

    /**
     * An instruction.
     *
     * @param key by what it counts once; follows from the payload, and costs a digest, which whoever decodes pays
     * @param digest SHA-256 of the signed payload bytes
     * @param signers the distinct keys whose signatures over the payload verify
     */
    record Instruction(InstructionKey key, Payload payload, Digest digest, List<PublicKey> signers) implements Entry {

        public Instruction(Payload payload, Digest digest, List<PublicKey> signers) {
            this(InstructionKey.of(payload.party(), payload.instructionId()), payload, digest, signers);
        }
    }

    /** Bytes that were no valid envelope; they are in the log all the same. */
    record Refused(RejectionCode code, Digest digest) implements Entry {}

    /** The ledger's timer: runs what is due. */
    record Tick() implements Entry {}
}
