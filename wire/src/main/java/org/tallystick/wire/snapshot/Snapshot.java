package org.tallystick.wire.snapshot;

/** A snapshot that has been read whole, and found undamaged. */
public record Snapshot<T>(SnapshotHead head, T state) {}
