package org.tallystick.readmodel;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.simulator.signing.Signing;
import org.tallystick.simulator.workload.Dice;
import org.tallystick.simulator.workload.Draft;
import org.tallystick.simulator.workload.Workload;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.PayloadCodec;

/** A ledger that lives as a seed says: dealing, authority, mischief, repeated letters and a timer; with its log. */
final class RandomLedger implements ReceiptSource {

    private static final long START_MILLIS =
            Instant.parse("2025-01-15T09:00:00Z").toEpochMilli();

    private final Signing signing = Signing.onTrust();
    private final Dice dice;
    private final Workload workload;
    private final Deque<Draft> sentBefore = new ArrayDeque<>();
    private final List<LoggedEntry> log = new ArrayList<>();
    private long nowMillis = START_MILLIS;

    final Genesis genesis;
    final Ledger ledger;

    /** The last entry that readers see. */
    volatile long visible = Long.MAX_VALUE;

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

    /** Whoever reads receipts need not check signatures: none are there. */
    private static byte[] envelope(Payload payload) {
        return Envelopes.seal(Envelopes.payloadBytes(payload, new byte[PayloadCodec.NONCE_LENGTH]), List.of());
    }

    private void tick() {
        for (int most = 20; most > 0 && ledger.nextDueMillis() <= nowMillis; most--) {
            execute(new Entry.Tick(), new byte[0]);
        }
    }

    private void execute(Entry entry, byte[] envelope) {
        Receipt receipt = ledger.execute(nowMillis, entry);
        workload.told(receipt);
        log.add(new LoggedEntry(receipt.index(), receipt.timeMillis(), envelope, Receipts.encode(receipt)));
    }

    // --- The log ---

    @Override
    public long lastIndex() {
        return Math.min(visible, log.size());
    }

    @Override
    public Optional<LoggedEntry> read(long index) {
        return index >= 1 && index <= lastIndex() ? Optional.of(log.get((int) index - 1)) : Optional.empty();
    }

    @Override
    public Cursor from(long index) {
        return new Cursor() {
            private long next = index;

            @Override
            public @Nullable LoggedEntry next() throws IOException {
                return read(next)
                        .map(entry -> {
                            next++;
                            return entry;
                        })
                        .orElse(null);
            }

            @Override
            public void close() {}
        };
    }
}
