package org.tallystick.readmodel.view;

import org.tallystick.ledger.event.ServicingEvent;

/**
 * A debt that stands because cash was short.
 *
 * @param reference number of the distribution, or auction number * 1000 + award position
 * @param account who owes
 * @param asset what is owed
 * @param dischargedIndex the entry that paid it; 0 while it stands
 */
public record ObligationView(
        long obligation,
        ServicingEvent.ObligationKind kind,
        long reference,
        int account,
        int party,
        String partyCode,
        int asset,
        String assetCode,
        int scale,
        long amount,
        long recordedIndex,
        long recordedMillis,
        long dischargedIndex) {}
