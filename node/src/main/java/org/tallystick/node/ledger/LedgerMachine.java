package org.tallystick.node.ledger;

import java.io.IOException;
import java.io.OutputStream;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.engine.StateDigest;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.node.machine.Machine;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.snapshot.SnapshotHead;
import org.tallystick.wire.snapshot.Snapshots;

/** The ledger, hosted. Bytes that are no envelope are an entry and have a receipt too. */
public final class LedgerMachine implements Machine {

    /** What so many entries of a replay need of memory is read together. */
    private static final int TOGETHER = 16;

    private final Ledger ledger;
    private final Entries entries;

    /** Whether this is a copy that another goes on beside. */
    private final boolean aside;

    /** The last state hash computed, and after how many entries: it costs a walk over the whole state. */
    private Digest hash = Digest.NONE;

    private long hashedAt = -1;

    /** How many of the entries that come next have been looked ahead to. */
    private int lookedAheadTo;

    LedgerMachine(Ledger ledger, Entries entries) {
        this(ledger, entries, false);
    }

    private LedgerMachine(Ledger ledger, Entries entries, boolean aside) {
        this.ledger = ledger;
        this.entries = entries;
        this.aside = aside;
    }

    /** For reading, on the thread that executes; a {@link Ledger#fork} of it may be taken elsewhere. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public long lastIndex() {
        return ledger.lastIndex();
    }

    @Override
    public byte[] execute(long timeMillis, byte[] envelope) {
        lookAhead();
        return Receipts.encode(ledger.execute(timeMillis, entries.fromEnvelope(envelope)));
    }

    /** In a replay it is known what comes: what the next few entries need is read together. */
    private void lookAhead() {
        if (lookedAheadTo == 0) {
            lookedAheadTo = ledger.lookAheadTo(entries.coming(TOGETHER));
        }
        lookedAheadTo = Math.max(0, lookedAheadTo - 1);
    }

    @Override
    public byte[] tick(long timeMillis) {
        return Receipts.encode(ledger.execute(timeMillis, new Entry.Tick()));
    }

    @Override
    public long nextDueMillis() {
        return ledger.nextDueMillis();
    }

    @Override
    public LedgerMachine fork() {
        return new LedgerMachine(ledger.fork(), entries, true);
    }

    @Override
    public void writeSnapshot(OutputStream out) throws IOException {
        SnapshotHead head = new SnapshotHead(ledger.name(), ledger.lastIndex(), ledger.lastTimeMillis(), hash());
        Snapshots.write(out, head, this::writeTo);
    }

    private void writeTo(StateSink sink) {
        ledger.writeTo(aside ? new UnhurriedSink(sink) : sink);
    }

    @Override
    public byte[] stateHash() {
        return hash().bytes();
    }

    /** Only an entry changes the state. */
    Digest hash() {
        if (hashedAt != ledger.lastIndex()) {
            hash = StateDigest.of(this::writeTo);
            hashedAt = ledger.lastIndex();
        }
        return hash;
    }
}
