package org.tallystick.simulator.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.AuctionEvent.AuctionAnnounced;
import org.tallystick.ledger.event.AuctionEvent.AuctionAwarded;

/** Auctions, their awards, and which of these have been issued. */
final class PrimaryMarket {

    private final Map<Integer, AuctionAnnounced> announced = new TreeMap<>();
    private final Map<Integer, AuctionAwarded> awarded = new TreeMap<>();
    private final Map<Integer, TreeSet<Integer>> issued = new TreeMap<>();
    private final TreeSet<Integer> completed = new TreeSet<>();

    @Nullable
    AuctionAnnounced announced(int auction) {
        return announced.get(auction);
    }

    @Nullable
    AuctionAwarded awarded(int auction) {
        return awarded.get(auction);
    }

    /** Positions of the awards already issued. */
    TreeSet<Integer> issued(int auction) {
        return issued.computeIfAbsent(auction, number -> new TreeSet<>());
    }

    boolean isCompleted(int auction) {
        return completed.contains(auction);
    }

    /** The days on which the asset was, or is to be, issued: an auction that was not held issues nothing. */
    Set<LocalDate> issueDates(int asset) {
        Set<LocalDate> dates = new TreeSet<>();
        announced.values().forEach(auction -> {
            if (auction.asset() == asset && awarded.containsKey(auction.auction())) {
                dates.add(auction.issueDate());
            }
        });
        return dates;
    }

    /** Whether an auction was held, and owes an account nothing. */
    boolean hasDoneWith(int auction, int account) {
        AuctionAwarded result = awarded.get(auction);
        if (result == null) {
            return false;
        }
        for (int position = 0; position < result.awards().size(); position++) {
            if (result.awards().get(position).account() == account
                    && !issued(auction).contains(position)) {
                return false;
            }
        }
        return true;
    }

    void apply(AuctionEvent event) {
        switch (event) {
            case AuctionAnnounced e -> announced.put(e.auction(), e);
            case AuctionAwarded e -> awarded.put(e.auction(), e);
            case AuctionEvent.AwardIssued e -> issued(e.auction()).add(e.award());
            case AuctionEvent.AuctionCompleted e -> completed.add(e.auction());
        }
    }
}
