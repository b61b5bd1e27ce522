package org.tallystick.readmodel;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.simulator.signing.Signing;
import org.tallystick.simulator.workload.Dice;
import org.tallystick.simulator.workload.Draft;
import org.tallystick.simulator.workload.Workload;

/** A ledger that lives as a seed says: dealing, authority, mischief, repeated letters and a timer; with its log. */
final class RandomLedger extends MemoryLog {

    private static final long START_MILLIS =
            Instant.parse("2025-01-15T09:00:00Z").toEpochMilli();

    private final Signing signing = Signing.onTrust();
    private final Dice dice;
    private final Workload workload;
    private final Deque<Draft> sentBefore = new ArrayDeque<>();
    private long nowMillis = START_MILLIS;

    final Genesis genesis;
    final Ledger ledger;

    RandomLedger(long seed, String name) {
        this.dice = new Dice(seed);
        this.genesis = new Genesis(name, "OPERATOR", "The Operator", "US", 1, Workload.operatorKeys(signing));
        this.workload = new Workload(name, START_MILLIS, signing, dice.split());
        this.ledger = Ledger.open(genesis);
    }

    static RandomLedger lived(long seed, int steps) {
        RandomLedger ledger = new RandomLedger(seed, "random");
        ledger.live(steps);
        return ledger;
    }

    RandomLedger live(int steps) {
        while (workload.isOpening()) {
            send(workload.next(nowMillis));
            tick();
        }
        for (int step = 0; step < steps; step++) {
            int kind = dice.below(100);
            nowMillis += kind < 85
                    ? dice.between(0, 800)
                    : kind < 98 ? dice.between(0, 60_000) : dice.between(0, 20_000_000);
            send(workload.next(nowMillis));
            if (dice.chance(5)) {
                send(sentBefore.getFirst());
            }
            if (dice.chance(20)) {
                tick();
            }
        }
        return this;
    }

    private void send(Draft draft) {
        sentBefore.addFirst(draft);
        switch (draft) {
            case Draft.Letter letter ->
                execute(signing.entry(letter.payload(), letter.keys()), envelope(letter.payload()));
            case Draft.Noise noise -> execute(signing.noise(noise.bytes()), noise.bytes());
        }
    }

    private void tick() {
        for (int most = 20; most > 0 && ledger.nextDueMillis() <= nowMillis; most--) {
            execute(new Entry.Tick(), new byte[0]);
        }
    }

    private void execute(Entry entry, byte[] envelope) {
        Receipt receipt = ledger.execute(nowMillis, entry);
        workload.told(receipt);
        append(envelope, receipt);
    }
}
