package org.tallystick.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.KeyHolder;

/**
 * The sessions that are open. They are kept in memory: when the gateway ends, they end. For any number of threads.
 *
 * <p>A session is over when it was not used for a while, when it has lasted long enough, when someone of its party ends it,
 * and when the ledger revokes its key or suspends its party. There are at most {@link SessionLimits#perKey} for each key of
 * the ledger.
 */
public final class Sessions {

    private static final int TOKEN_BYTES = 32;
    private static final int ID_BYTES = 16;

    /** A token has so many characters. */
    private static final int TOKEN_LENGTH = 43;

    private final Views views;
    private final SessionLimits limits;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** By name, which is the digest of the token, shortened: it finds the session and does not give the token away. */
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    public Sessions(Views views, SessionLimits limits, InstantSource clock) {
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    /** A session that has just been opened; nobody will tell the token again. */
    record Opened(String token, Session session) {}

    /** Opens a session for a key that is in good standing; one too many ends the key's oldest. */
    synchronized Opened open(KeyHolder holder, boolean byCookie) {
        long now = clock.millis();
        open.values().removeIf(session -> !isCurrent(session, now));
        makeRoom(holder.key());
        String token = newToken();
        Session session = new Session(name(token), holder, byCookie, now);
        open.put(session.id(), session);
        return new Opened(token, session);
    }

    private void makeRoom(PublicKey key) {
        List<Session> ofKey = open.values().stream()
                .filter(session -> session.holder().key().equals(key))
                .sorted(Comparator.comparingLong(Session::openedMillis))
                .toList();
        for (Session oldest : ofKey.subList(0, Math.max(0, ofKey.size() - limits.perKey() + 1))) {
            end(oldest);
        }
    }

    /** The session of a token, which has now been used; empty when it is over or never was. */
    Optional<Session> use(String token) {
        Session session = token.length() == TOKEN_LENGTH ? open.get(name(token)) : null;
        if (session == null || !isInForce(session)) {
            return Optional.empty();
        }
        session.use(clock.millis());
        return Optional.of(session);
    }

    /** Whether the caller's session is still in force; what answers for long asks this again and again. */
    public boolean isInForce(Caller caller) {
        Session session = open.get(caller.sessionId());
        return session != null && isInForce(session);
    }

    /** The sessions of a party, the newest first. */
    List<Session> of(int party) {
        return open.values().stream()
                .filter(session -> session.holder().party().party() == party && isInForce(session))
                .sorted(Comparator.comparingLong(Session::openedMillis)
                        .reversed()
                        .thenComparing(Session::id))
                .toList();
    }

    /** Ends a session of this party; whether there was one of this name. */
    boolean end(int party, String id) {
        Session session = open.get(id);
        if (session == null || session.holder().party().party() != party) {
            return false;
        }
        end(session);
        return true;
    }

    /** Ends the session of a token; whether there was one. */
    boolean end(String token) {
        return token.length() == TOKEN_LENGTH && open.remove(name(token)) != null;
    }

    private void end(Session session) {
        open.remove(session.id());
    }

    /** When it ends if it is not used again, in milliseconds since the epoch. */
    long expiresMillis(Session session) {
        return session.expiresMillis(limits);
    }

    private boolean isInForce(Session session) {
        long now = clock.millis();
        boolean inForce = isCurrent(session, now) && isInGoodStanding(session, now);
        if (!inForce) {
            end(session);
        }
        return inForce;
    }

    private boolean isCurrent(Session session, long now) {
        return now < session.expiresMillis(limits);
    }

    private boolean isInGoodStanding(Session session, long now) {
        return !session.isStale(now, limits) || lookAgain(session, now);
    }

    /** One looks, and whoever asks in the same session meanwhile waits for what is found. */
    private boolean lookAgain(Session session, long now) {
        synchronized (session) {
            if (!session.isStale(now, limits)) {
                return true;
            }
            Optional<KeyHolder> holder = views.keyHolder(session.holder().key()).filter(Sessions::mayAct);
            holder.ifPresent(found -> session.confirm(found, now));
            return holder.isPresent();
        }
    }

    /** Whether the ledger lets this key speak for its party. */
    static boolean mayAct(KeyHolder holder) {
        return !holder.revoked() && holder.party().status() == PartyStatus.ACTIVE;
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    private static String name(String token) {
        byte[] digest = Sha256.of(token.getBytes(StandardCharsets.UTF_8)).bytes();
        return text(Arrays.copyOf(digest, ID_BYTES));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
