package org.tallystick.ledger.register;

import java.util.List;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Roles;

/**
 * A registered party.
 *
 * @param threshold how many of its keys must sign
 * @param keys the keys that may sign, in the order in which they were registered
 */
public record Party(
        int number,
        String code,
        String name,
        Roles roles,
        String jurisdiction,
        PartyStatus status,
        int threshold,
        List<PublicKey> keys) {

    Party withStatus(PartyStatus newStatus) {
        return new Party(number, code, name, roles, jurisdiction, newStatus, threshold, keys);
    }

    Party withThreshold(int newThreshold) {
        return new Party(number, code, name, roles, jurisdiction, status, newThreshold, keys);
    }

    Party withKeys(List<PublicKey> newKeys) {
        return new Party(number, code, name, roles, jurisdiction, status, threshold, newKeys);
    }
}
