package org.tallystick.ledger.command;

import java.time.LocalDate;
import java.util.List;

/** Primary issuance, asked by the security's issuer. */
public sealed interface AuctionCommand extends Command {

    /**
     * Announces an auction: of a new security, or of one already outstanding (a re-opening, under the same CUSIP).
     *
     * @param auction the next free auction number
     * @param offeringAmount par on offer, in the security's minor units
     * @param auctionDate not after the issue date
     * @param issueDate a business day, not before the current business date, and before the security matures
     */
    record AnnounceAuction(int auction, int asset, long offeringAmount, LocalDate auctionDate, LocalDate issueDate)
            implements AuctionCommand {}

    /**
     * Awards an auction. On the issue date each award is issued against payment from the holds that the bidder has placed
     * in favour of the auction.
     *
     * @param priceMicros price per 100 par in millionths; for TIPS the adjusted price
     * @param accruedNanos accrued interest per 100 par in billionths, as official results of floating rate notes tell it;
     *     for TIPS adjusted; 0 where none is due
     * @param awards who gets how much par, 1 to 1,000
     */
    record AwardAuction(int auction, long priceMicros, long accruedNanos, List<Award> awards)
            implements AuctionCommand {}
}
