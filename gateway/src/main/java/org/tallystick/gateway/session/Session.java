package org.tallystick.gateway.session;

import org.tallystick.readmodel.view.KeyHolder;

/** One session. Its token is not in it: only the digest of the token is kept, by {@link Sessions}. */
final class Session {

    /** Whose key it is, and when that was looked up. */
    private record Standing(KeyHolder holder, long atMillis) {}

    private final String id;
    private final boolean byCookie;
    private final long openedMillis;
    private volatile long usedMillis;
    private volatile Standing standing;

    Session(String id, KeyHolder holder, boolean byCookie, long nowMillis) {
        this.id = id;
        this.byCookie = byCookie;
        this.openedMillis = nowMillis;
        this.usedMillis = nowMillis;
        this.standing = new Standing(holder, nowMillis);
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

    /** Whether it is a while since the standing of the key was looked up. */
    boolean isStale(long nowMillis, SessionLimits limits) {
        return nowMillis - standing.atMillis() >= limits.recheck().toMillis();
    }

    void confirm(KeyHolder holder, long nowMillis) {
        standing = new Standing(holder, nowMillis);
    }
}
