package org.tallystick.bench.authority;

/**
 * What is instructed again and again: deliveries of the note against dollars, of two legs each.
 *
 * @param name for people
 * @param dvps how many in one envelope, each final or rejected by itself
 * @param parties whose accounts trade. With one, both accounts are of clients of one custodian, whose signature is enough;
 *     with two, each custodian gives something and both sign
 * @param hot whether accounts are drawn by Zipf's law with an exponent of 2, so that one is in most of the trades
 */
public record Workload(String name, int dvps, int parties, boolean hot) {

    public static final Workload DVP = new Workload("DvP, one signature", 1, 1, false);
    static final Workload DVP_HOT = new Workload("DvP, one signature, hot account (Zipf 2.0)", 1, 1, true);
    static final Workload DVP_TWO_PARTIES = new Workload("DvP of two parties, two signatures", 1, 2, false);

    /** Batches under one signature. */
    static Workload batch(int legs) {
        return new Workload("batches of %,d legs, one signature".formatted(legs), legs / 2, 1, false);
    }

    int legs() {
        return 2 * dvps;
    }
}
