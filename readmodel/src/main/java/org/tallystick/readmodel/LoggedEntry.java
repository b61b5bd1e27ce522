package org.tallystick.readmodel;

/**
 * One executed entry of the log.
 *
 * @param index place in the log, from 1
 * @param timeMillis ledger time, milliseconds since the epoch
 * @param envelope the bytes as submitted; empty for the ledger's own timer
 * @param receipt the bytes the ledger answered
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
public record LoggedEntry(long index, long timeMillis, byte[] envelope, byte[] receipt) {}
