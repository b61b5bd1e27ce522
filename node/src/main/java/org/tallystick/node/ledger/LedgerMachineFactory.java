package org.tallystick.node.ledger;

import java.io.IOException;
import java.io.InputStream;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.wire.Entries;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.snapshot.Snapshot;
import org.tallystick.wire.snapshot.Snapshots;

/** Opens the ledger that a genesis describes, or takes it up from a snapshot. */
public final class LedgerMachineFactory implements MachineFactory {

    private final Genesis genesis;
    private final Entries entries = Entries.verifiedFast();

    public LedgerMachineFactory(Genesis genesis) {
        this.genesis = genesis;
    }

    @Override
    public LedgerMachine create() {
        return new LedgerMachine(Ledger.open(genesis), entries);
    }

    /**
     * @throws IOException when the bytes are no snapshot of this ledger, or their state is not the one the snapshot names
     */
    @Override
    public LedgerMachine restore(InputStream bytes) throws IOException {
        Snapshot<Ledger> snapshot;
        try {
            snapshot = Snapshots.read(bytes, Ledger::readFrom);
        } catch (BadSnapshot bad) {
            throw new IOException(bad.getMessage(), bad);
        }
        Ledger ledger = snapshot.state();
        if (!ledger.name().equals(genesis.ledger())) {
            throw new IOException("the snapshot is of the ledger " + ledger.name() + ", not of " + genesis.ledger());
        }
        LedgerMachine machine = new LedgerMachine(ledger, entries);
        Digest hash = machine.hash();
        if (!hash.equals(snapshot.head().stateHash())) {
            throw new IOException("the snapshot restores to the state " + hash + ", but names "
                    + snapshot.head().stateHash());
        }
        return machine;
    }

    /** Verifies an envelope's signatures ahead of its turn. */
    @Override
    public void prepare(byte[] envelope) {
        entries.prepare(envelope);
    }

    /** Decodes an envelope ahead of its replay; on its form and its signatures stands what the receipt says. */
    @Override
    public void prepareAgain(byte[] envelope, byte[] receipt) {
        entries.recall(envelope, Receipts.judgement(receipt));
    }
}
