package org.tallystick.app.authority;

import java.io.IOException;
import java.io.InputStream;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.node.machine.Machine;
import org.tallystick.node.machine.MachineFactory;
import org.tallystick.wire.Entries;
import org.tallystick.wire.snapshot.Snapshot;
import org.tallystick.wire.snapshot.Snapshots;

/** Makes the machine a node hosts: the ledger, behind the wire's bytes. Envelopes are verified ahead of their turn. */
public final class LedgerMachineFactory implements MachineFactory {

    private final Genesis genesis;
    private final Entries entries = Entries.verifiedFast();

    /** For the ledger that begins with this. */
    public LedgerMachineFactory(Genesis genesis) {
        this.genesis = genesis;
    }

    @Override
    public LedgerMachine create() {
        return new LedgerMachine(Ledger.open(genesis), entries);
    }

    @Override
    public Machine restore(InputStream snapshot) throws IOException {
        try {
            Snapshot<Ledger> read = Snapshots.read(snapshot, Ledger::readFrom);
            Ledger ledger = read.state();
            if (!ledger.name().equals(genesis.ledger())) {
                throw new IOException(
                        "the snapshot is of the ledger %s, not of %s".formatted(ledger.name(), genesis.ledger()));
            }
            if (!ledger.stateHash().equals(read.head().stateHash())) {
                throw new IOException("the snapshot's state has another hash than it had when it was written");
            }
            return new LedgerMachine(ledger, entries);
        } catch (BadSnapshot bad) {
            throw new IOException(bad.getMessage(), bad);
        }
    }

    @Override
    public void prepare(byte[] envelope) {
        entries.prepare(envelope);
    }
}
