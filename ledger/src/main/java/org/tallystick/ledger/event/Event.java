package org.tallystick.ledger.event;

/**
 * A fact. Applying it cannot fail: everything was checked when it was decided.
 *
 * <p>The {@link Movement}s are the only facts that change what anyone holds.
 */
public sealed interface Event permits RegisterEvent, Movement, SettlementEvent, AuctionEvent, ServicingEvent {}
