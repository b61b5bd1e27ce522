package org.tallystick.app.day.plan;

import org.tallystick.ledger.party.Role;
import org.tallystick.wire.signature.SigningKey;

/**
 * A party of the run with its one account and its demonstration key.
 *
 * @param number of the party, and of its account
 */
public record Actor(int number, String code, String name, Role role, SigningKey key) {}
