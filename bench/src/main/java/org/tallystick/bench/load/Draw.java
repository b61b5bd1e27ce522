package org.tallystick.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws one of so many, evenly or by Zipf's law: the k-th with a weight of {@code 1 / k^s}. */
public final class Draw {

    private final int count;
    private final double[] cumulative;

    private Draw(int count, double[] cumulative) {
        this.count = count;
        this.cumulative = cumulative;
    }

    public static Draw evenly(int count) {
        return new Draw(count, new double[0]);
    }

    /** With an exponent of 2, the first of many comes up in 61 of 100 draws. */
    public static Draw zipf(int count, double exponent) {
        double[] cumulative = new double[count];
        double sum = 0;
        for (int k = 1; k <= count; k++) {
            sum += Math.pow(k, -exponent);
            cumulative[k - 1] = sum;
        }
        for (int k = 0; k < count; k++) {
            cumulative[k] /= sum;
        }
        return new Draw(count, cumulative);
    }

    public int count() {
        return count;
    }

    /** From 0, below {@link #count}. */
    public int next(SplittableRandom random) {
        if (cumulative.length == 0) {
            return random.nextInt(count);
        }
        int found = Arrays.binarySearch(cumulative, random.nextDouble());
        return Math.min(found >= 0 ? found + 1 : -found - 1, count - 1);
    }

    /** One that is not {@code other}. */
    public int nextBut(int other, SplittableRandom random) {
        int drawn = next(random);
        while (drawn == other) {
            drawn = next(random);
        }
        return drawn;
    }
}
