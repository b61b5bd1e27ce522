package org.tallystick.ledger.party;

/** Whether a party may act. */
public enum PartyStatus {
    ACTIVE,
    SUSPENDED
}
