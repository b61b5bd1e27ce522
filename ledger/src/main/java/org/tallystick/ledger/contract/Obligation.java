package org.tallystick.ledger.contract;

import org.tallystick.ledger.event.ServicingEvent.ObligationKind;

/**
 * A payment that could not be made for lack of cash.
 *
 * @param reference what it is for: see {@link ObligationKind}
 * @param account the account that owes
 * @param asset the cash asset owed
 * @param amount in its minor units
 */
public record Obligation(long number, ObligationKind kind, long reference, int account, int asset, long amount) {}
