package org.tallystick.app.day.plan;

import org.tallystick.ledger.outcome.Receipt;

/**
 * An entry of the log to be.
 *
 * @param what it is about, for people
 * @param envelope its bytes; not to be changed
 * @param receipt what a ledger that executed the plan in memory answered; the node must answer the same
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record PlannedEntry(String what, byte[] envelope, Receipt receipt) {}
