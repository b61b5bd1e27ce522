package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.market.Auction;
import org.tallystick.market.AuctionFile;

/**
 * What to run.
 *
 * @param ledger the name of the ledger: tells a run from every other
 * @param from the first business date, or null for the first announcement
 * @param to the last business date, or null for the last issue date
 * @param trades in the secondary market, a business day
 */
public record Request(
        String ledger,
        AuctionFile file,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int participants,
        int trades,
        long seed) {

    List<Auction> auctions() {
        return file.auctions();
    }
}
