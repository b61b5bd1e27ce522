package org.tallystick.gateway.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.simulator.signing.Signing;
import org.tallystick.simulator.workload.Dice;
import org.tallystick.simulator.workload.Draft;
import org.tallystick.simulator.workload.Workload;

/** Receipts of a ledger on which parties deal, default, misbehave and are paid. The same seed gives the same receipts. */
final class SimulatedLog {

    private static final long START_MILLIS =
            Instant.parse("2025-01-15T09:00:00Z").toEpochMilli();

    private SimulatedLog() {}

    static List<Receipt> of(long seed, int drafts) {
        Signing signing = Signing.onTrust();
        Dice dice = new Dice(seed);
        Workload workload = new Workload("simulation", START_MILLIS, signing, dice.split());
        Ledger ledger =
                Ledger.open(new Genesis("simulation", "OPERATOR", "OPERATOR", "US", 1, Workload.operatorKeys(signing)));
        List<Receipt> receipts = new ArrayList<>();
        long now = START_MILLIS;
        for (int left = drafts; left > 0 || workload.isOpening(); left--) {
            now += dice.below(90_000);
            receipts.add(ledger.execute(now, entry(workload.next(now), signing)));
            workload.told(receipts.getLast());
            while (ledger.nextDueMillis() <= now && dice.chance(40)) {
                receipts.add(ledger.execute(now, new Entry.Tick()));
                workload.told(receipts.getLast());
            }
        }
        return receipts;
    }

    private static Entry entry(Draft draft, Signing signing) {
        return switch (draft) {
            case Draft.Letter letter -> signing.entry(letter.payload(), letter.keys());
            case Draft.Noise noise -> signing.noise(noise.bytes());
        };
    }
}
