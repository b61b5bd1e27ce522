package org.tallystick.wire.snapshot;

import org.tallystick.ledger.outcome.Digest;

/**
 * What a snapshot says about itself.
 *
 * @param ledger the ledger whose state it is
 * @param lastIndex the last log entry that the state contains; 0 before the first
 * @param timeMillis ledger time of that entry
 * @param stateHash digest of the state in its canonical form
 */
public record SnapshotHead(String ledger, long lastIndex, long timeMillis, Digest stateHash) {}
