package org.tallystick.app.authority;

import java.io.IOException;
import java.io.OutputStream;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.node.machine.Machine;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.snapshot.SnapshotHead;
import org.tallystick.wire.snapshot.Snapshots;

/** The ledger as a node sees it: bytes in, bytes out. */
public final class LedgerMachine implements Machine {

    private final Ledger ledger;
    private final Entries entries;

    LedgerMachine(Ledger ledger, Entries entries) {
        this.ledger = ledger;
        this.entries = entries;
    }

    /** The ledger, for looking at on the machine's own thread. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public long lastIndex() {
        return ledger.lastIndex();
    }

    @Override
    public byte[] execute(long timeMillis, byte[] envelope) {
        return Receipts.encode(ledger.execute(timeMillis, entries.fromEnvelope(envelope)));
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
    public void writeSnapshot(OutputStream out) throws IOException {
        SnapshotHead head =
                new SnapshotHead(ledger.name(), ledger.lastIndex(), ledger.lastTimeMillis(), ledger.stateHash());
        Snapshots.write(out, head, ledger::writeTo);
    }

    @Override
    public byte[] stateHash() {
        return ledger.stateHash().bytes();
    }
}
