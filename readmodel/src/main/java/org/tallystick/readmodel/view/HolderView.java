package org.tallystick.readmodel.view;

import java.util.List;
import org.tallystick.ledger.party.Role;

/** What a party holds of an asset over all its accounts, available and held together. */
public record HolderView(
        int party, String partyCode, String name, List<Role> roles, String jurisdiction, long amount) {}
