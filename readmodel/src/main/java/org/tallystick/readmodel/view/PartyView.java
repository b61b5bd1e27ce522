package org.tallystick.readmodel.view;

import java.util.List;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.Role;

/**
 * A party.
 *
 * @param jurisdiction ISO 3166-1 alpha-2
 * @param threshold how many keys must sign
 */
public record PartyView(
        int party,
        String code,
        String name,
        List<Role> roles,
        String jurisdiction,
        PartyStatus status,
        int threshold) {}
