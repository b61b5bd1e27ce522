package org.tallystick.gateway.console;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tallystick.gateway.Ordering;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.readmodel.LoggedEntry;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.signature.SigningKey;

/** A real ledger with its log in memory: what is submitted is executed at once. */
final class DeskLedger implements Ordering, ReceiptSource {

    static final String NAME = "desk";
    static final int OPERATOR = 1;

    private final Genesis genesis = new Genesis(
            NAME, "OPS", "Desk Operations", "US", 1, List.of(key(OPERATOR).publicKey()));
    private final Ledger ledger = Ledger.open(genesis);
    private final Entries entries = Entries.verifiedFast();
    private final List<LoggedEntry> log = new ArrayList<>();
    private final InstantSource clock;
    private int instructions;

    DeskLedger(InstantSource clock) {
        this.clock = clock;
    }

    Genesis genesis() {
        return genesis;
    }

    /** The first key of a party: its seed is the party's number, 32 times. */
    static SigningKey key(int party) {
        byte[] seed = new byte[SigningKey.SEED_LENGTH];
        Arrays.fill(seed, (byte) party);
        return SigningKey.fromSeed(seed);
    }

    /** Submits commands of a party, each on its own. */
    Receipt submit(int party, Command... commands) {
        instructions++;
        Payload payload = new Payload(
                NAME,
                party,
                "desk-" + instructions,
                clock.millis() + 3_600_000,
                BatchMode.INDEPENDENT,
                List.of(commands));
        byte[] nonce = Arrays.copyOf(("nonce " + instructions).getBytes(StandardCharsets.US_ASCII), 16);
        return execute(Envelopes.sign(payload, nonce, key(party)));
    }

    /** The ledger's timer. */
    synchronized void tick() {
        write(new byte[0], ledger.execute(clock.millis(), new Entry.Tick()));
    }

    private synchronized Receipt execute(byte[] envelope) {
        return write(envelope, ledger.execute(clock.millis(), entries.fromEnvelope(envelope)));
    }

    private Receipt write(byte[] envelope, Receipt receipt) {
        log.add(new LoggedEntry(receipt.index(), receipt.timeMillis(), envelope, Receipts.encode(receipt)));
        return receipt;
    }

    @Override
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        return CompletableFuture.completedFuture(Receipts.encode(execute(envelope)));
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public synchronized long lastIndex() {
        return log.size();
    }

    @Override
    public synchronized Optional<LoggedEntry> read(long index) {
        return index < 1 || index > log.size() ? Optional.empty() : Optional.of(log.get((int) index - 1));
    }

    @Override
    public Cursor from(long index) {
        return new Cursor() {
            private long next = index;

            @Override
            public @Nullable LoggedEntry next() {
                Optional<LoggedEntry> entry = read(next);
                entry.ifPresent(found -> next++);
                return entry.orElse(null);
            }

            @Override
            public void close() {}
        };
    }
}
