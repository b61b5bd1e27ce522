package org.tallystick.readmodel.view;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * An entry of the log and what the ledger made of it. The bytes themselves are in the journal.
 *
 * @param digest SHA-256 of the payload, 64 hexadecimal digits; of the envelope where it had no readable payload
 * @param party who submitted; 0 for the timer, and for what was refused as a whole before a party was known
 * @param instructionId the party's own name for it; empty where the entry has none
 * @param commands how many it held
 * @param rejected how many of them were rejected
 * @param code the first rejection, of a batch that was not applied the one that stopped it; null if there is none
 * @param due how many events of work that was due ran first
 */
public record ReceiptView(
        long index,
        long timeMillis,
        String digest,
        int party,
        String partyCode,
        String instructionId,
        Verdict verdict,
        int commands,
        int rejected,
        @Nullable RejectionCode code,
        int due) {

    /** What became of the entry. */
    public enum Verdict {
        DECIDED,
        REPEATED,
        REFUSED,
        TICKED
    }
}
