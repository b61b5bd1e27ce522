package org.tallystick.ledger.outcome;

import java.util.List;
import org.tallystick.ledger.event.Event;

/**
 * What the ledger answers to one log entry: the same on every authority.
 *
 * @param index position in the log, from 1, without gaps
 * @param timeMillis ledger time of the entry; never before that of the entry before it
 * @param envelope SHA-256 of the payload bytes that were signed; {@link Digest#NONE} for a timer entry
 * @param due facts of work that was due by then and ran first: expiries, payments, issues
 */
public record Receipt(long index, long timeMillis, Digest envelope, List<Event> due, Verdict verdict) {}
