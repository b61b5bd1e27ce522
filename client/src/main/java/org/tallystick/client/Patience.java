package org.tallystick.client;

import java.time.Duration;

/**
 * How often, and how late, a request that was not answered, or answered by "too much" or "not now", is sent again.
 *
 * @param tries how often it is sent at most, the first time included; at least 1
 * @param firstWait before the second try where the gateway asks for no other wait; doubled with each further one
 * @param longestWait a gateway that asks for more is not waited for: the caller is told
 * @param answerWithin how long an answer may take before it counts as lost
 */
public record Patience(int tries, Duration firstWait, Duration longestWait, Duration answerWithin) {

    public Patience {
        if (tries < 1) {
            throw new IllegalArgumentException("a request is sent at least once, not " + tries + " times");
        }
        if (firstWait.isNegative() || longestWait.isNegative() || !answerWithin.isPositive()) {
            throw new IllegalArgumentException("waits are not negative, and an answer takes some time");
        }
    }

    /** Five tries, a fifth of a second apart at first, half a minute for each. */
    public static Patience usual() {
        return new Patience(5, Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    /** Before the try after this one: doubled with each. */
    Duration waitAfter(int attempt) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(attempt - 1, 16));
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
