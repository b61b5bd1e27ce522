package org.tallystick.simulator.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.simulator.signing.Signing;
import org.tallystick.simulator.workload.Dice;
import org.tallystick.simulator.workload.Draft;
import org.tallystick.simulator.workload.Workload;

/**
 * The life of one authority, decided by one seed: the same seed and number of steps give the same life on every machine.
 *
 * <p>In each step time passes, a client may send something, and what has arrived is logged and executed. In between the
 * timer runs, snapshots are taken, the ledger crashes and is rebuilt, and forks branch off. Every entry is audited and
 * compared with a replica.
 */
public final class Simulation {

    private static final String LEDGER = "simulation";
    private static final long START_MILLIS =
            Instant.parse("2025-01-15T09:00:00Z").toEpochMilli();

    private final long seed;
    private final int steps;
    private final Dice dice;
    private final Clock clock;
    private final Network network;
    private final Workload workload;
    private final Authority authority;
    private final Signing signing;
    private final Forks forksTaken = new Forks();
    private final Tallies tallies = new Tallies();
    private long crashes;
    private long snapshots;
    private long forks;

    private Simulation(long seed, int steps, Signing signing) {
        this.seed = seed;
        this.steps = steps;
        this.signing = signing;
        this.dice = new Dice(seed);
        this.clock = new Clock(dice.split(), START_MILLIS);
        this.network = new Network(dice.split());
        this.workload = new Workload(LEDGER, START_MILLIS, signing, dice.split());
        this.authority =
                new Authority(new Genesis(LEDGER, "OPERATOR", "OPERATOR", "US", 1, Workload.operatorKeys(signing)));
    }

    /** A life without cryptography: the fastest way to many of them. */
    public static SimulationResult run(long seed, int steps) {
        return run(seed, steps, Signing.onTrust());
    }

    /** A life in which parties sign as given. */
    public static SimulationResult run(long seed, int steps, Signing signing) {
        return new Simulation(seed, steps, signing).live();
    }

    private SimulationResult live() {
        int step = 0;
        try {
            while (workload.isOpening()) {
                network.sendSafely(entryOf(workload.next(clock.trueMillis())), clock.trueMillis());
                receive();
                tick();
            }
            for (step = 1; step <= steps; step++) {
                step();
            }
            forksTaken.check();
            authority.compareWithReplica();
            authority.crashAndRecover();
            return result(Optional.empty());
        } catch (RuntimeException broken) {
            String what = broken instanceof Broken ? String.valueOf(broken.getMessage()) : broken.toString();
            return result(Optional.of("seed " + seed + ", step " + step + " of " + steps + ": " + what));
        }
    }

    private void step() {
        clock.pass();
        if (dice.chance(70)) {
            network.send(entryOf(workload.next(clock.trueMillis())), clock.trueMillis());
        }
        receive();
        if (dice.chance(20)) {
            tick();
        }
        if (dice.chance(2)) {
            authority.takeSnapshot();
            snapshots++;
        }
        if (dice.chance(1)) {
            authority.crashAndRecover();
            crashes++;
        }
        if (dice.chance(1)) {
            branchOff();
        }
    }

    private Entry entryOf(Draft draft) {
        return switch (draft) {
            case Draft.Letter letter -> signing.entry(letter.payload(), letter.keys());
            case Draft.Noise noise -> signing.noise(noise.bytes());
        };
    }

    private void receive() {
        Entry entry = network.receive(clock.trueMillis());
        while (entry != null) {
            take(entry);
            entry = network.receive(clock.trueMillis());
        }
    }

    /** The timer of an authority runs when something is due. */
    private void tick() {
        while (authority.ledger().nextDueMillis() <= clock.authorityMillis()) {
            long before = authority.entries();
            take(new Entry.Tick());
            if (authority.entries() - before != 1 || dice.chance(10)) {
                return;
            }
        }
    }

    private void take(Entry entry) {
        long now = clock.authorityMillis();
        authority.append(now, entry);
        if (dice.chance(1)) {
            // In the log, but the ledger is lost before it could execute it.
            authority.crashAndRecover();
            crashes++;
        }
        @Nullable Ledger before = dice.chance(25) ? authority.ledger().fork() : null;
        for (Receipt receipt : authority.catchUp()) {
            tallies.count(receipt);
            workload.told(receipt);
            if (before != null) {
                Forks.requireNoTrace(before, authority.ledger(), now, entry, receipt);
            }
        }
    }

    private void branchOff() {
        forksTaken.check();
        List<Entry> entries = new ArrayList<>();
        for (int left = dice.below(8); left > 0; left--) {
            entries.add(dice.chance(30) ? new Entry.Tick() : entryOf(workload.next(clock.trueMillis())));
        }
        forksTaken.branchOff(authority.ledger(), entries, clock.authorityMillis());
        forks++;
    }

    private SimulationResult result(Optional<String> failure) {
        return new SimulationResult(
                seed,
                steps,
                authority.entries(),
                tallies.accepted(),
                tallies.happened(),
                tallies.rejected(),
                tallies.refused(),
                tallies.repeated(),
                crashes,
                snapshots,
                forks,
                authority.ledger().stateHash(),
                failure);
    }
}
