package org.tallystick.ledger.command;

/**
 * One movement of a settlement.
 *
 * @param hold the hold it draws on, granted to the party that gives; 0 to draw on what is available
 * @param amount in the asset's minor units, positive
 */
public record Leg(int asset, int fromAccount, int toAccount, long amount, long hold) {

    /** A leg that draws on what is available. */
    public Leg(int asset, int fromAccount, int toAccount, long amount) {
        this(asset, fromAccount, toAccount, amount, 0);
    }
}
