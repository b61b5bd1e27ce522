package org.tallystick.gateway.session;

import org.tallystick.readmodel.view.KeyHolder;

/** One session. Its token is not in it: only the digest of the token is kept, by {@link Sessions}. */
final class Session {

    /** Whose key it is, and up to which entry of the log that is known to hold. */
    private record Standing(KeyHolder holder, long position, long lookedUpMillis) {}

    private final String id;
    private final boolean byCookie;
    private final long openedMillis;
    private volatile long usedMillis;
    private volatile Standing standing;

    Session(String id, KeyHolder holder, long position, boolean byCookie, long nowMillis) {
        this.id = id;
        this.byCookie = byCookie;
        this.openedMillis = nowMillis;
        this.usedMillis = nowMillis;
        this.standing = new Standing(holder, position, nowMillis);
    }

    String id() {
        return id;
    }

    KeyHolder holder() {
        return standing.holder();
    }

    boolean byCookie() {
        return byCookie;
    }

    long openedMillis() {
        return openedMillis;
    }

    long usedMillis() {
        return usedMillis;
    }

    void use(long nowMillis) {
        usedMillis = nowMillis;
    }

    /** When it ends if it is not used again. */
    long expiresMillis(SessionLimits limits) {
        return Math.min(
                usedMillis + limits.idle().toMillis(),
                openedMillis + limits.longest().toMillis());
    }

    /** Whether the ledger has gone on since the standing of the key was looked up, and that is a while ago. */
    boolean isStale(long position, long nowMillis, SessionLimits limits) {
        Standing known = standing;
        return position > known.position()
                && nowMillis - known.lookedUpMillis() >= limits.recheck().toMillis();
    }

    void confirm(KeyHolder holder, long position, long nowMillis) {
        standing = new Standing(holder, position, nowMillis);
    }
}
