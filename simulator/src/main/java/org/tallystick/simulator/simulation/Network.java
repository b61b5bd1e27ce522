package org.tallystick.simulator.simulation;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.simulator.workload.Dice;

/** Carries what clients send: late, out of order, now and then twice, sometimes never. */
final class Network {

    private static final long LONGEST_DELAY_MILLIS = 5_000;

    /** The order of sending decides between what arrives at the same time. */
    private record Parcel(long arrivesMillis, long number, Entry entry) implements Comparable<Parcel> {
        @Override
        public int compareTo(Parcel other) {
            int byTime = Long.compare(arrivesMillis, other.arrivesMillis);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Parcel> parcels = new PriorityQueue<>();
    private final Dice dice;
    private long sent;

    Network(Dice dice) {
        this.dice = dice;
    }

    void send(Entry entry, long nowMillis) {
        if (dice.chance(2)) {
            return; // Lost.
        }
        carry(entry, nowMillis + delay());
        if (dice.chance(6)) {
            carry(entry, nowMillis + delay());
        }
        if (dice.chance(2)) {
            // Its sender never saw an answer and tries again, much later.
            carry(entry, nowMillis + dice.between(60_000, 100_000_000));
        }
    }

    /** In order and without delay. */
    void sendSafely(Entry entry, long nowMillis) {
        carry(entry, nowMillis);
    }

    private long delay() {
        return dice.chance(50) ? dice.between(0, 50) : dice.between(0, LONGEST_DELAY_MILLIS);
    }

    private void carry(Entry entry, long arrivesMillis) {
        parcels.add(new Parcel(arrivesMillis, ++sent, entry));
    }

    /** The next thing that has arrived, or null. */
    @Nullable
    Entry receive(long nowMillis) {
        Parcel first = parcels.peek();
        if (first == null || first.arrivesMillis() > nowMillis) {
            return null;
        }
        parcels.poll();
        return first.entry();
    }
}
