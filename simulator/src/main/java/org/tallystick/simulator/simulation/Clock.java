package org.tallystick.simulator.simulation;

import org.tallystick.simulator.workload.Dice;

/** True time, and an authority's idea of it, which is wrong and sometimes corrected by a leap in either direction. */
final class Clock {

    private final Dice dice;
    private long trueMillis;
    private long errorMillis;

    Clock(Dice dice, long startMillis) {
        this.dice = dice;
        this.trueMillis = startMillis;
    }

    /** Some time passes: mostly milliseconds, sometimes hours. */
    void pass() {
        int kind = dice.below(100);
        trueMillis +=
                kind < 85 ? dice.between(0, 800) : kind < 98 ? dice.between(0, 60_000) : dice.between(0, 20_000_000);
        if (dice.chance(2)) {
            errorMillis = dice.between(-30_000, 30_000);
        }
    }

    /** What clients' clocks say. */
    long trueMillis() {
        return trueMillis;
    }

    /** What the authority's clock says. */
    long authorityMillis() {
        return trueMillis + errorMillis;
    }
}
