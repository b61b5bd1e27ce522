package org.tallystick.node.cluster;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An envelope on its way: from the caller, through the log, to its receipt. */
final class Submission {

    static final long NO_SESSION = -1;

    final byte[] envelope;
    final int permits;
    final CompletableFuture<byte[]> receiptFuture = new CompletableFuture<>();

    /** Set by whoever prepared the envelope; read by the ingress thread before it orders it. */
    volatile boolean prepared;

    /** Set by the ingress thread before it hands the submission over. */
    long sessionId = NO_SESSION;

    long correlationId;

    private byte @Nullable [] receipt;
    private @Nullable RuntimeException refusal;

    Submission(byte[] envelope, int permits) {
        this.envelope = envelope;
        this.permits = permits;
    }

    void answer(byte[] newReceipt) {
        receipt = newReceipt;
    }

    void refuse(RuntimeException newRefusal) {
        refusal = newRefusal;
    }

    /** Tells the caller what was decided. */
    void complete() {
        if (receipt != null) {
            receiptFuture.complete(receipt);
        } else if (refusal != null) {
            receiptFuture.completeExceptionally(refusal);
        } else {
            throw new IllegalStateException("a submission is completed before it is decided");
        }
    }
}
