package org.tallystick.simulator.simulation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.wire.snapshot.SnapshotHead;
import org.tallystick.wire.snapshot.Snapshots;

/** A snapshot as an authority would have it on disk, here in memory. */
final class SnapshotBytes {

    private final long lastIndex;
    private final byte[] bytes;

    private SnapshotBytes(long lastIndex, byte[] bytes) {
        this.lastIndex = lastIndex;
        this.bytes = bytes;
    }

    static SnapshotBytes of(Ledger ledger) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SnapshotHead head =
                new SnapshotHead(ledger.name(), ledger.lastIndex(), ledger.lastTimeMillis(), ledger.stateHash());
        try {
            Snapshots.write(out, head, ledger::writeTo);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return new SnapshotBytes(ledger.lastIndex(), out.toByteArray());
    }

    /** The last log entry it contains. */
    long lastIndex() {
        return lastIndex;
    }

    Ledger restore() {
        try {
            return Snapshots.read(new ByteArrayInputStream(bytes), Ledger::readFrom)
                    .state();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }
}
