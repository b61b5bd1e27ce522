package org.tallystick.app.day.plan;

import java.util.List;

/**
 * Numbers that look drawn by lot and depend on the seed alone: SplitMix64 (Steele, Lea, Flood 2014), written out so that they
 * are the same on every Java.
 */
final class Draw {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed) {
        this.state = seed;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From {@code least} to {@code most}, both included. */
    long between(long least, long most) {
        return least + Long.remainderUnsigned(next(), most - least + 1);
    }

    /** True once in so many times. */
    boolean onceIn(int times) {
        return below(times) == 0;
    }

    <T> T from(List<T> list) {
        return list.get(below(list.size()));
    }
}
