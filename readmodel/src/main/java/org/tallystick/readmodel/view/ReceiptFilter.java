package org.tallystick.readmodel.view;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * Which receipts are wanted; what is null, 0 or empty does not matter.
 *
 * @param party who submitted
 * @param instructionId begins with this
 * @param code a rejection among its outcomes
 */
public record ReceiptFilter(
        ReceiptView.@Nullable Verdict verdict,
        int party,
        String instructionId,
        @Nullable RejectionCode code,
        long fromMillis,
        long toMillis) {

    public static ReceiptFilter all() {
        return new ReceiptFilter(null, 0, "", null, 0, 0);
    }
}
