package org.tallystick.gateway;

import java.util.concurrent.CompletableFuture;

/** Takes envelopes to the log. For any number of threads. */
public interface Ordering {

    /**
     * Submits an envelope; never waits. The future holds the encoded receipt, or fails with {@link NotOrdered}. It may
     * complete on a thread that must not be held up.
     */
    CompletableFuture<byte[]> submit(byte[] envelope);

    /** Whether envelopes are taken now. */
    boolean isReady();

    /** The last entry executed; zero before the first. */
    long lastIndex();
}
