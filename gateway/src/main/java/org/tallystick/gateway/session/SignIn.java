package org.tallystick.gateway.session;

import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;

/**
 * Opens sessions for those who show that they have a key of the ledger. Whether a key is known is told only to whoever has
 * shown that it is theirs.
 */
final class SignIn {

    private final Views views;
    private final Sessions sessions;
    private final Challenges challenges;
    private final Predicate<PublicKey> refused;
    private final SignatureCheck check = SignatureCheck.fastest();
    private final Tries asked;
    private final Tries answered;

    /**
     * @param refused keys that everybody can have, and that do not count here
     */
    SignIn(
            String ledger,
            Views views,
            Sessions sessions,
            SessionLimits limits,
            Predicate<PublicKey> refused,
            InstantSource clock) {
        this.views = views;
        this.sessions = sessions;
        this.refused = refused;
        this.challenges = new Challenges(ledger, limits.challenge().toMillis(), clock);
        SecureRandom random = new SecureRandom();
        this.asked = new Tries(limits.triesPerSource(), limits.tries(), random.nextInt(), clock);
        this.answered = new Tries(limits.triesPerSource(), limits.tries(), random.nextInt(), clock);
    }

    /** A challenge for whoever has this key; the same answer whether the ledger knows it or not. */
    Challenges.Challenge challenge(PublicKey key, String address, SocketAddress source) {
        asked.count(source);
        return challenges.give(key, address);
    }

    /**
     * Opens a session.
     *
     * @param address the host and port that the client asked for
     * @throws org.tallystick.gateway.http.Problem when it may not be opened
     */
    Sessions.Opened open(
            Signature signature, byte[] challenge, String address, SocketAddress source, boolean byCookie) {
        answered.count(source);
        PublicKey key = signature.key();
        if (!challenges.isGood(challenge, key, address)) {
            throw Refusals.badChallenge();
        }
        if (!check.verifies(signature, challenge)) {
            throw Refusals.badSignature();
        }
        if (!challenges.useUp(challenge, key, address)) {
            throw Refusals.badChallenge();
        }
        return sessions.open(holder(key), byCookie);
    }

    private KeyHolder holder(PublicKey key) {
        if (refused.test(key)) {
            throw Refusals.demonstrationKey();
        }
        KeyHolder holder = views.keyHolder(key).orElseThrow(Refusals::unknownKey);
        if (holder.revoked()) {
            throw Refusals.revokedKey();
        }
        if (holder.party().status() != PartyStatus.ACTIVE) {
            throw Refusals.suspendedParty();
        }
        return holder;
    }
}
