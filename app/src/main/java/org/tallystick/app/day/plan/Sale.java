package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.market.Auction;

/**
 * An auction of the file as it is run on the ledger.
 *
 * @param security its terms: those of the original auction where the file has it
 * @param lotCents what every amount of the security is a multiple of: $100, or a cent where a record has other amounts
 * @param announced business date on which it is announced
 * @param auctioned business date on which it is awarded
 * @param issued business date on which it is issued
 */
public record Sale(
        Auction record,
        Security security,
        long lotCents,
        LocalDate announced,
        LocalDate auctioned,
        LocalDate issued,
        OfficialPrice price,
        List<Share> shares) {

    /** What a class of bidders was awarded, in cents of par; positive. */
    public record Share(BidderClass bidders, long parCents) {}

    public long parCents() {
        return shares.stream().mapToLong(Share::parCents).sum();
    }
}
