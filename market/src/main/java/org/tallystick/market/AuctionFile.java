package org.tallystick.market;

import java.util.List;

/**
 * What a file of auction records holds.
 *
 * @param auctions in the order of the file
 * @param incomplete records that lack what no auction is without, in the order of the file
 */
public record AuctionFile(List<Auction> auctions, List<Incomplete> incomplete) {

    /**
     * A record that tells of no auction, because its CUSIP, its type or a date is missing.
     *
     * @param line the line of the file it starts on, from 1
     * @param cusip as written; empty where that is missing
     * @param reason what is missing, as the end of a sentence
     */
    public record Incomplete(long line, String cusip, String reason) {}

    public AuctionFile {
        auctions = List.copyOf(auctions);
        incomplete = List.copyOf(incomplete);
    }
}
