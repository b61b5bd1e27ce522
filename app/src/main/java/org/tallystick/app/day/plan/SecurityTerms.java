package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.market.Auction;
import org.tallystick.market.AuctionedSecurity;
import org.tallystick.market.IncompleteAuctionException;

/** The terms of each security: of its original auction where the file has it, else of its first re-opening. */
final class SecurityTerms {

    private final Map<Cusip, Auction> originals = new HashMap<>();

    SecurityTerms(List<Auction> auctions) {
        auctions.stream()
                .sorted(Comparator.comparing(Auction::reopening)
                        .thenComparing(auction -> auction.dates().issue()))
                .forEach(auction -> originals.putIfAbsent(auction.cusip(), auction));
    }

    /** Whether an auction tells of the same security as the others of its CUSIP. */
    boolean agree(Auction auction) {
        Auction original = originals.getOrDefault(auction.cusip(), auction);
        return original.dates().maturity().equals(auction.dates().maturity()) && original.type() == auction.type();
    }

    /** @throws IncompleteAuctionException if the record lacks a term */
    Security of(Auction auction) throws IncompleteAuctionException {
        Auction original = originals.getOrDefault(auction.cusip(), auction);
        Security security = AuctionedSecurity.of(original);
        return security instanceof Tips tips ? sinceOriginalDatedDate(tips, original) : security;
    }

    /** The index ratio counts from the original dated date; a re-opening's own is the last interest date. */
    private static Tips sinceOriginalDatedDate(Tips tips, Auction record) {
        LocalDate originalDated = record.dates().originalDated();
        if (originalDated == null || !originalDated.isBefore(tips.datedDate())) {
            return tips;
        }
        LocalDate first = tips.firstInterestDate();
        while (first.minusMonths(6).isAfter(originalDated)) {
            first = first.minusMonths(6);
        }
        return new Tips(
                tips.cusip(),
                tips.couponPercentNanos(),
                originalDated,
                first,
                tips.maturityDate(),
                tips.refCpiOnDatedDateE5());
    }
}
