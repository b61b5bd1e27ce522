package org.tallystick.app.authority;

import java.util.concurrent.CompletableFuture;

/** Takes envelopes and answers receipts: a node in this process, or one that is reached through its socket. */
public interface Authority extends AutoCloseable {

    /**
     * Submits an envelope; envelopes submitted by one thread are ordered as it submitted them. Waits a while when the
     * node is busy.
     *
     * @return the encoded receipt; fails with {@link org.tallystick.node.failure.SubmissionRefused} or a
     *     {@link org.tallystick.app.console.Failure} when the envelope was not, or may not have been, executed
     */
    CompletableFuture<byte[]> submit(byte[] envelope);

    /** Takes a snapshot now; completes with the last entry in it. */
    CompletableFuture<Long> snapshot();

    @Override
    void close();
}
