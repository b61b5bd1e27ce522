package org.tallystick.readmodel.view;

import java.time.LocalDate;

/**
 * An auction.
 *
 * @param offering par offered
 * @param awarded par awarded; 0 before the award
 * @param issued par issued against payment so far
 * @param proceeds what was paid for it so far, in minor units of the cash asset
 * @param priceMicros per 100 of par, in millionths; 0 before the award
 */
public record AuctionView(
        int auction,
        int asset,
        String assetCode,
        State state,
        LocalDate auctionDate,
        LocalDate issueDate,
        long offering,
        long awarded,
        long issued,
        long proceeds,
        long priceMicros) {

    /** How far it has come. */
    public enum State {
        ANNOUNCED,
        AWARDED,
        COMPLETED
    }
}
