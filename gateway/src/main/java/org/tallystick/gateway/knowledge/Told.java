package org.tallystick.gateway.knowledge;

import org.tallystick.ledger.outcome.Receipt;

/**
 * What somebody is told of a receipt.
 *
 * @param receipt with what does not concern them left out; its bytes are those of the ledger's receipt only if nothing is
 * @param withheld how many events and outcomes were left out
 */
public record Told(Receipt receipt, int withheld) {}
