package org.tallystick.bench;

import java.util.SplittableRandom;

/**
 * What the memory of the machine takes for a leg, whatever program asks: two accounts read, two holdings read and written,
 * drawn evenly from tables of the ledger's sizes, in a loop that does nothing else.
 */
final class MemoryFloor {

    private static final int LEGS = 1_000_000;
    private static final int RUNS = 7;
    private static final int LONGS_A_HOLDING = 2;

    private MemoryFloor() {}

    /**
     * Nanoseconds a leg, the best of several runs.
     *
     * @param accounts how many there are; the table of holdings has twice as many slots, a power of two
     */
    static double nanosPerLeg(int accounts) {
        int slots = Integer.highestOneBit(accounts * 2 - 1) * 2;
        long[] holdings = new long[slots * LONGS_A_HOLDING];
        int[] owners = new int[accounts];
        SplittableRandom random = new SplittableRandom(1);
        int[] drawn = new int[LEGS * 2];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextInt(accounts);
        }
        long best = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            for (int account : drawn) {
                int slot = (account * 0x9E3779B9 >>> 7) & slots - 1;
                holdings[slot * LONGS_A_HOLDING + 1] += owners[account] + 1;
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        long sum = 0;
        for (long amount : holdings) {
            sum += amount;
        }
        if (sum != (long) RUNS * LEGS * 2) {
            throw new IllegalStateException("the loop did not do all of its work");
        }
        return (double) best / LEGS;
    }
}
