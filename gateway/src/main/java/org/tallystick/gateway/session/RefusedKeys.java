package org.tallystick.gateway.session;

import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.tallystick.gateway.NotOrdered;
import org.tallystick.gateway.Ordering;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.signature.Signature;

/**
 * Takes no envelope to the log that one of these keys has signed: the keys of demonstrations, which everybody can have.
 *
 * @param refused the keys
 */
public record RefusedKeys(Ordering ordering, Predicate<PublicKey> refused) implements Ordering {

    @Override
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        if (isSignedByRefused(envelope)) {
            return CompletableFuture.failedFuture(new NotOrdered(
                    NotOrdered.Reason.UNACCEPTABLE,
                    "DEMONSTRATION_KEY",
                    "Everybody can have a key that signed this. It counts in demonstrations only."));
        }
        return ordering.submit(envelope);
    }

    private boolean isSignedByRefused(byte[] envelope) {
        return Envelopes.decode(envelope) instanceof Decoded.WellFormed wellFormed
                && wellFormed.signatures().stream().map(Signature::key).anyMatch(refused);
    }

    @Override
    public boolean isReady() {
        return ordering.isReady();
    }

    @Override
    public long lastIndex() {
        return ordering.lastIndex();
    }
}
