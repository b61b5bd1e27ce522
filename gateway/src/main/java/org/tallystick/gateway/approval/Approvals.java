package org.tallystick.gateway.approval;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.AwaitingSignatures;
import org.tallystick.readmodel.AwaitingSignatures.Waiting;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;
import org.tallystick.wire.signature.SignedBytes;

/**
 * What waits for more of a party's keys. Nothing is kept that is not the party's own, verified word: by a key of it that is
 * not revoked, over a payload for this ledger that can still be acted on.
 */
final class Approvals {

    private static final int MOST_OF_PARTY = 100;
    private static final int MOST = 10_000;
    private static final long LONGEST_VALIDITY_MILLIS = 24L * 60 * 60 * 1000;

    private final String ledger;
    private final Views views;
    private final AwaitingSignatures awaiting;
    private final Predicate<PublicKey> refused;
    private final InstantSource clock;
    private final SignatureCheck check = SignatureCheck.fastest();

    Approvals(
            String ledger,
            Views views,
            AwaitingSignatures awaiting,
            Predicate<PublicKey> refused,
            InstantSource clock) {
        this.ledger = ledger;
        this.views = views;
        this.awaiting = awaiting;
        this.refused = refused;
        this.clock = clock;
    }

    /** Keeps a payload with its first signature; if it is kept already, one signature more. */
    synchronized Waiting propose(int party, byte[] payloadBytes, Signature signature) {
        Decoded.WellFormed envelope = decode(payloadBytes, signature);
        long now = clock.millis();
        requireOwn(envelope.payload(), party, now);
        requireWord(party, payloadBytes, signature);
        awaiting.expire(now);
        if (awaiting.find(party, envelope.digest()).isEmpty()) {
            requireRoom(party);
        }
        Payload payload = envelope.payload();
        awaiting.put(new Waiting(
                envelope.digest(),
                party,
                payload.instructionId(),
                payload.validUntilMillis(),
                now,
                payloadBytes,
                envelope.signatures()));
        return find(party, envelope.digest());
    }

    private void requireRoom(int party) {
        if (awaiting.ofParty(party).size() >= MOST_OF_PARTY) {
            throw ApprovalRefusals.tooManyOfParty(MOST_OF_PARTY);
        }
        if (awaiting.count() >= MOST) {
            throw ApprovalRefusals.tooMany();
        }
    }

    /** One signature more. */
    Waiting sign(int party, Digest digest, Signature signature) {
        requireWord(party, find(party, digest).payload(), signature);
        awaiting.addSignature(party, digest, signature, clock.millis());
        return find(party, digest);
    }

    Waiting find(int party, Digest digest) {
        return awaiting.find(party, digest).filter(this::isValid).orElseThrow(ApprovalRefusals::unknown);
    }

    List<Waiting> of(int party) {
        return awaiting.ofParty(party).stream().filter(this::isValid).toList();
    }

    private boolean isValid(Waiting waiting) {
        return waiting.validUntilMillis() >= clock.millis();
    }

    /** Lets go of it: it is submitted, or withdrawn. */
    void remove(Waiting done) {
        awaiting.remove(done.party(), done.digest());
    }

    /** The envelope to submit, when as many keys that still count have signed as the threshold asks for; else null. */
    byte @Nullable [] complete(Waiting waiting) {
        List<Signature> counting = waiting.signatures().stream()
                .filter(signature -> keyOf(waiting.party(), signature.key())
                        .filter(holder -> !holder.revoked())
                        .isPresent())
                .toList();
        return counting.size() >= threshold(waiting.party()) ? Envelopes.seal(waiting.payload(), counting) : null;
    }

    /** How many keys must sign. */
    int threshold(int party) {
        return views.party(party).map(PartyView::threshold).orElse(1);
    }

    private static Decoded.WellFormed decode(byte[] payloadBytes, Signature signature) {
        return switch (Envelopes.decode(Envelopes.seal(payloadBytes, List.of(signature)))) {
            case Decoded.WellFormed wellFormed -> wellFormed;
            case Decoded.Refused refusal -> throw ApprovalRefusals.malformed(refusal.code(), refusal.reason());
        };
    }

    private void requireOwn(Payload payload, int party, long now) {
        if (!payload.ledger().equals(ledger)) {
            throw ApprovalRefusals.wrongLedger();
        }
        if (payload.party() != party) {
            throw ApprovalRefusals.anotherParty();
        }
        if (payload.validUntilMillis() < now) {
            throw ApprovalRefusals.expired();
        }
        if (payload.validUntilMillis() - now > LONGEST_VALIDITY_MILLIS) {
            throw ApprovalRefusals.validTooLong();
        }
    }

    private void requireWord(int party, byte[] payloadBytes, Signature signature) {
        if (refused.test(signature.key())) {
            throw ApprovalRefusals.demonstrationKey();
        }
        KeyHolder holder = keyOf(party, signature.key()).orElseThrow(ApprovalRefusals::notYourKey);
        if (holder.revoked()) {
            throw ApprovalRefusals.revokedKey();
        }
        if (!check.verifies(signature, SignedBytes.of(payloadBytes))) {
            throw ApprovalRefusals.badSignature();
        }
    }

    private Optional<KeyHolder> keyOf(int party, PublicKey key) {
        return views.keyHolder(key).filter(holder -> holder.party().party() == party);
    }
}
