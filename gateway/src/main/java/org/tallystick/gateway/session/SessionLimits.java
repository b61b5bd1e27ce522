package org.tallystick.gateway.session;

import java.time.Duration;

/**
 * How long sessions live, and how many there may be.
 *
 * @param idle a session that is not used for so long ends
 * @param longest a session ends so long after it was opened, used or not
 * @param perKey when a key opens one more, its oldest ends
 * @param challenge a challenge must be signed within this time
 * @param triesPerSource challenges, and as many attempts to sign in, that one source may ask for in a minute
 * @param tries the same of all sources together
 * @param recheck for so long what is known of a key is not looked up again: a session outlives its key at most by this,
 *     after the read model has read of it
 */
public record SessionLimits(
        Duration idle,
        Duration longest,
        int perKey,
        Duration challenge,
        int triesPerSource,
        int tries,
        Duration recheck) {

    public SessionLimits {
        if (idle.isNegative() || longest.isNegative() || challenge.isNegative() || recheck.isNegative()) {
            throw new IllegalArgumentException("the times of a session are not negative");
        }
        if (perKey < 1 || triesPerSource < 1 || tries < 1) {
            throw new IllegalArgumentException("a limit is at least 1");
        }
    }

    /** A quarter of an hour without use, eight hours in all. */
    public static SessionLimits usual() {
        return new SessionLimits(
                Duration.ofMinutes(15),
                Duration.ofHours(8),
                8,
                Duration.ofSeconds(60),
                240,
                12_000,
                Duration.ofMillis(100));
    }
}
