package org.tallystick.readmodel.view;

import org.tallystick.ledger.party.AccountStatus;

/** An account and its owner. */
public record AccountView(int account, int party, String partyCode, String label, AccountStatus status) {}
