package org.tallystick.market;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.treasury.SifmaCalendar;

/**
 * Recomputes the published figures of auction records, and keeps every record: exact, off, or not priced and why.
 *
 * @param records one for each auction, in the order of the file
 * @param incomplete records of the file that tell of no auction: counted as checked and not priced
 */
public record AuctionCheck(List<RecordCheck> records, List<AuctionFile.Incomplete> incomplete) {
    private static final int FIRST_FLOATING_RATE_NOTE = 2014;

    public AuctionCheck {
        records = List.copyOf(records);
        incomplete = List.copyOf(incomplete);
    }

    public static AuctionCheck of(AuctionFile file) {
        List<Auction> auctions = file.auctions();
        int lastYear = auctions.stream()
                .map(auction -> auction.dates().maturity())
                .mapToInt(LocalDate::getYear)
                .max()
                .orElse(FIRST_FLOATING_RATE_NOTE);
        FrnCheck floating = new FrnCheck(
                auctions,
                SifmaCalendar.ofYears(FIRST_FLOATING_RATE_NOTE - 1, Math.max(lastYear, FIRST_FLOATING_RATE_NOTE)));
        return new AuctionCheck(
                auctions.stream().map(auction -> check(auction, floating)).toList(), file.incomplete());
    }

    public long checked() {
        return (long) records.size() + incomplete.size();
    }

    public long exact() {
        return count(RecordCheck.Verdict.EXACT);
    }

    public long off() {
        return count(RecordCheck.Verdict.OFF);
    }

    public long notPriced() {
        return count(RecordCheck.Verdict.NOT_PRICED) + incomplete.size();
    }

    private long count(RecordCheck.Verdict verdict) {
        return records.stream().filter(record -> record.verdict() == verdict).count();
    }

    private static RecordCheck check(Auction auction, FrnCheck floating) {
        FigureSheet sheet = new FigureSheet(auction);
        try {
            switch (auction.type()) {
                case BILL -> BillCheck.check(auction, sheet);
                case NOTE, BOND -> CouponCheck.check(auction, sheet);
                case TIPS -> TipsCheck.check(auction, sheet);
                case FRN -> floating.check(auction, sheet);
            }
        } catch (IncompleteAuctionException e) {
            sheet.cannotPrice(e.reason());
        } catch (IllegalArgumentException e) {
            sheet.cannotPrice("the dates contradict each other: " + e.getMessage());
        } catch (ArithmeticException e) {
            sheet.cannotPrice("the figures are out of all proportion: " + e.getMessage());
        }
        return sheet.result();
    }
}
