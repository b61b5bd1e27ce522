package org.tallystick.readmodel.view;

import org.tallystick.ledger.party.PublicKey;

/**
 * A key and whom it may sign for.
 *
 * @param revoked whether it was taken from the party: then it signs nothing any more
 * @param sinceIndex the entry that registered it; 0 for those the ledger began with
 */
public record KeyHolder(PublicKey key, PartyView party, boolean revoked, long sinceIndex) {}
