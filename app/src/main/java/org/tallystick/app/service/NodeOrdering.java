package org.tallystick.app.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.tallystick.gateway.NotOrdered;
import org.tallystick.gateway.NotOrdered.Reason;
import org.tallystick.gateway.Ordering;
import org.tallystick.node.Node;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.SubmissionRefused;

/** Hands the gateway's envelopes to a node of this process. */
public record NodeOrdering(Node node) implements Ordering {

    @Override
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        return node.submit(envelope).exceptionallyCompose(why -> CompletableFuture.failedFuture(told(why)));
    }

    @Override
    public boolean isReady() {
        return node.failure().isEmpty();
    }

    @Override
    public long lastIndex() {
        return node.lastIndex();
    }

    private static Throwable told(Throwable thrown) {
        Throwable why = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (why) {
            case SubmissionRefused refused ->
                new NotOrdered(reason(refused.code()), refused.code().name(), String.valueOf(refused.getMessage()));
            case NodeFailed failed ->
                new NotOrdered(Reason.UNKNOWN, failed.code().name(), String.valueOf(failed.getMessage()));
            default -> why;
        };
    }

    private static Reason reason(SubmissionRefused.Code code) {
        return switch (code) {
            case BUSY, NOT_ORDERED -> Reason.BUSY;
            case TOO_LARGE -> Reason.UNACCEPTABLE;
            case STORAGE_LOW, STOPPING -> Reason.UNAVAILABLE;
        };
    }
}
