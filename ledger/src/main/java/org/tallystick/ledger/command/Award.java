package org.tallystick.ledger.command;

/**
 * What one bidder won.
 *
 * @param account receives the securities and pays for them
 * @param par in the security's minor units, positive
 */
public record Award(int account, long par) {}
