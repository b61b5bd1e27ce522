package org.tallystick.gateway.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How often somebody may ask: a bucket of tokens for each, filled at a steady rate. Kept as one number each, the time at
 * which the bucket would be full again (the "generic cell rate algorithm"). For any number of threads.
 *
 * @param <K> who asks
 */
public final class RateLimit<K> {

    private final long nanosPerToken;
    private final long nanosOfBurst;
    private final int mostKeys;
    private final LongSupplier nanoClock;
    private final ConcurrentHashMap<K, AtomicLong> fullAt = new ConcurrentHashMap<>();

    /**
     * @param perSecond tokens that come back in a second
     * @param burst tokens that a full bucket holds
     * @param mostKeys so many are remembered; beyond, those whose bucket is full are forgotten
     * @param nanoClock as {@link System#nanoTime}
     */
    public RateLimit(int perSecond, int burst, int mostKeys, LongSupplier nanoClock) {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a rate and its burst are at least 1");
        }
        this.nanosPerToken = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.nanosOfBurst = nanosPerToken * burst;
        this.mostKeys = mostKeys;
        this.nanoClock = nanoClock;
    }

    /**
     * Takes tokens from somebody's bucket.
     *
     * @return 0 when they were there; else nothing was taken, and this is the time in nanoseconds until they will be
     */
    public long take(K who, int tokens) {
        AtomicLong full = fullAt.get(who);
        long now = nanoClock.getAsLong();
        if (full == null) {
            forgetTheIdle(now);
            full = fullAt.computeIfAbsent(who, anyone -> new AtomicLong(now));
        }
        while (true) {
            long known = full.get();
            long begin = Math.max(known - now, 0);
            long after = begin + nanosPerToken * tokens;
            if (after > nanosOfBurst && begin > 0) {
                return after - nanosOfBurst;
            }
            if (full.compareAndSet(known, now + after)) {
                return 0;
            }
        }
    }

    private void forgetTheIdle(long now) {
        if (fullAt.size() >= mostKeys) {
            fullAt.values().removeIf(full -> full.get() - now <= 0);
        }
    }

    /** Takes tokens, or refuses with 429. */
    public void require(K who, int tokens) {
        long wait = take(who, tokens);
        if (wait > 0) {
            int seconds = (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(wait + TimeUnit.SECONDS.toNanos(1) - 1));
            throw Problem.tooMany(
                    "RATE_LIMITED", "More was asked for in this time than is allowed; wait a little.", seconds);
        }
    }
}
