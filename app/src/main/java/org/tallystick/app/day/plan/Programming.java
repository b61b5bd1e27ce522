package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.SifmaCalendar;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.market.Auction;
import org.tallystick.market.AuctionFile;
import org.tallystick.market.IncompleteAuctionException;

/** Makes the programme of a run from records: which auction is announced, awarded and issued on which business date. */
final class Programming {

    private static final long HUNDRED_DOLLARS = 10_000;
    private static final int FIRST_SIFMA_YEAR = 1990;
    private static final int MOST_YEARS = 48;

    private final Request request;
    private final CpiTable consumerPrices;
    private final List<Remark> remarks = new ArrayList<>();
    private final BillRates billRates;
    private final SecurityTerms terms;
    private final BusinessCalendar calendar;
    private final Map<Cusip, Long> lots = new HashMap<>();

    Programming(Request request, CpiTable consumerPrices) {
        this.request = request;
        this.consumerPrices = consumerPrices;
        this.billRates = new BillRates(request.auctions());
        this.terms = new SecurityTerms(request.auctions());
        this.calendar = calendar(request.auctions());
    }

    Programme programme() {
        List<Auction> selected = request.auctions().stream()
                .filter(this::isSelected)
                .sorted(Comparator.comparing(
                                (Auction auction) -> auction.dates().issue())
                        .thenComparing(Auction::line))
                .toList();
        if (selected.isEmpty()) {
            throw new UnusableRequest("EMPTY_SELECTION", "no auction in the file has its issue date in that span");
        }
        for (AuctionFile.Incomplete record : request.file().incomplete()) {
            remarks.add(new Remark(record.line(), record.cusip(), record.reason(), true));
        }
        selected.forEach(this::noteLot);
        LocalDate first = firstDate(selected);
        LocalDate last = lastDate(selected);
        requireSpan(first, last);
        List<Sale> sales = new ArrayList<>();
        Map<List<Object>, Long> seen = new HashMap<>();
        for (Auction auction : selected) {
            Long line = seen.putIfAbsent(identity(auction), auction.line());
            Sale sale = line == null ? sale(auction, first) : leaveOut(auction, "it is on line " + line + " already");
            if (sale != null) {
                sales.add(sale);
            }
        }
        if (sales.isEmpty()) {
            throw new UnusableRequest(
                    "NOTHING_TO_RUN",
                    "no auction can be run; the first is left out because "
                            + remarks.stream()
                                    .filter(Remark::notRun)
                                    .map(Remark::sentence)
                                    .findFirst()
                                    .orElseThrow());
        }
        return new Programme(
                first,
                last,
                calendar,
                List.copyOf(sales),
                byDate(sales, Sale::announced),
                byDate(sales, Sale::auctioned),
                billRates,
                consumerPrices(sales, last),
                List.copyOf(remarks));
    }

    /** The index of every month the run needs; where the table ends before, as the regulation derives a number that is late. */
    private CpiTable consumerPrices(List<Sale> sales, LocalDate last) {
        YearMonth lastUsed = PublishedFigures.lastUsed(last);
        boolean indexed = sales.stream().anyMatch(sale -> sale.security() instanceof Tips);
        if (!indexed
                || consumerPrices.cpiThousandths(lastUsed).isPresent()
                || lastUsed.isBefore(consumerPrices.firstMonth())) {
            return consumerPrices;
        }
        YearMonth lastKnown = consumerPrices.lastMonth();
        remarks.add(Remark.onAll("the consumer price index is known up to " + lastKnown
                + "; for later months it is derived as 31 CFR 356 Appendix B, section I.B.4, has it"));
        return consumerPrices.extendedTo(lastUsed);
    }

    private boolean isSelected(Auction auction) {
        LocalDate issue = auction.dates().issue();
        return (request.from() == null || !issue.isBefore(request.from()))
                && (request.to() == null || !issue.isAfter(request.to()));
    }

    private static List<Object> identity(Auction auction) {
        LocalDate issue = auction.dates().issue();
        return List.of(
                auction.cusip(),
                issue,
                Objects.requireNonNullElse(auction.dates().auction(), issue));
    }

    private static SortedMap<LocalDate, List<Sale>> byDate(List<Sale> sales, Function<Sale, LocalDate> date) {
        SortedMap<LocalDate, List<Sale>> byDate = new TreeMap<>();
        sales.forEach(sale -> byDate.computeIfAbsent(date.apply(sale), none -> new ArrayList<>())
                .add(sale));
        return byDate;
    }

    // --- Dates ---

    /** The SIFMA calendar, but that a date on which an auction was held or a security issued was a business day. */
    private static BusinessCalendar calendar(List<Auction> auctions) {
        int firstYear = Integer.MAX_VALUE;
        int lastYear = Integer.MIN_VALUE;
        Set<LocalDate> open = new HashSet<>();
        for (Auction auction : auctions) {
            LocalDate issue = auction.dates().issue();
            open.add(issue);
            open.add(Objects.requireNonNullElse(auction.dates().auction(), issue));
            firstYear = Math.min(firstYear, issue.getYear() - 1);
            lastYear = Math.max(lastYear, issue.getYear() + 2);
        }
        if (lastYear < FIRST_SIFMA_YEAR) {
            return BusinessCalendar.WEEKENDS_ONLY;
        }
        List<LocalDate> closed = new ArrayList<>(SifmaCalendar.ofYears(Math.max(firstYear, FIRST_SIFMA_YEAR), lastYear)
                .closedDays());
        closed.removeAll(open);
        return BusinessCalendar.of(closed);
    }

    private LocalDate firstDate(List<Auction> selected) {
        if (request.from() != null) {
            return calendar.following(request.from());
        }
        LocalDate first = selected.getFirst().dates().issue();
        for (Auction auction : selected) {
            LocalDate announced = announcement(auction);
            first = announced.isBefore(first) ? announced : first;
        }
        return first;
    }

    private LocalDate lastDate(List<Auction> selected) {
        return request.to() != null
                ? calendar.preceding(request.to())
                : calendar.following(selected.getLast().dates().issue());
    }

    private static void requireSpan(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw new UnusableRequest("EMPTY_SELECTION", "there is no business day in that span");
        }
        if (last.getYear() - first.getYear() >= MOST_YEARS) {
            throw new UnusableRequest(
                    "SPAN_TOO_LONG",
                    "the span from " + first + " to " + last + " is longer than the " + MOST_YEARS
                            + " years that one calendar covers; name a part of it by --from and --to");
        }
    }

    private LocalDate announcement(Auction auction) {
        LocalDate held = auctionDate(auction);
        LocalDate announced = auction.dates().announcement();
        return announced == null || announced.isAfter(held) ? held : calendar.preceding(announced);
    }

    private LocalDate auctionDate(Auction auction) {
        LocalDate issue = auction.dates().issue();
        LocalDate held = auction.dates().auction();
        return calendar.preceding(held == null || held.isAfter(issue) ? issue : held);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    // --- Sales ---

    /** The auction as it is run, or null if it is left out. */
    private @Nullable Sale sale(Auction auction, LocalDate first) {
        if (!terms.agree(auction)) {
            return leaveOut(auction, "its type or maturity differs from those of another record of its CUSIP");
        }
        Security security;
        try {
            security = terms.of(auction);
        } catch (IncompleteAuctionException e) {
            return leaveOut(auction, String.valueOf(e.getMessage()));
        }
        OfficialPrice price = OfficialPrice.of(auction, security);
        if (price == null || price.priceMicros() <= 0) {
            return leaveOut(auction, "it has no price, nor what one can be derived from");
        }
        List<Sale.Share> shares = shares(auction);
        if (shares.isEmpty()) {
            return leaveOut(auction, "it tells of nothing accepted");
        }
        if (security instanceof FloatingRateNote note && !billRates.cover(note, auction, calendar)) {
            return leaveOut(auction, "no 13-week bill rate is known to index it");
        }
        LocalDate issue = auction.dates().issue();
        LocalDate issued = calendar.following(issue);
        if (!issued.equals(issue)) {
            remark(auction, "it was issued on a weekend, and is here on the next business day");
        }
        if (!issued.isBefore(security.maturityDate())) {
            return leaveOut(auction, "it matures before it can be issued");
        }
        if (price.derived()) {
            remark(auction, "its price or accrued interest is not in the record and was derived");
        }
        LocalDate announced = later(first, announcement(auction));
        LocalDate auctioned = later(announced, auctionDate(auction));
        long lot = lots.getOrDefault(auction.cusip(), HUNDRED_DOLLARS);
        return new Sale(auction, security, lot, announced, auctioned, issued, price, shares);
    }

    private List<Sale.Share> shares(Auction auction) {
        List<Sale.Share> shares = new ArrayList<>();
        for (BidderClass bidders : BidderClass.values()) {
            long par = bidders.acceptedCents(auction.awards());
            if (par > 0) {
                shares.add(new Sale.Share(bidders, par));
            }
        }
        long unclassified = auction.awards().unclassifiedCents();
        if (!shares.isEmpty() && unclassified != 0) {
            remark(
                    auction,
                    unclassified > 0
                            ? "the classes sum to less than the total accepted; the rest is of no recorded class"
                            : "the classes sum to more than the total accepted; they stand as told");
        }
        return List.copyOf(shares);
    }

    private void noteLot(Auction auction) {
        for (BidderClass bidders : BidderClass.values()) {
            if (bidders.acceptedCents(auction.awards()) % HUNDRED_DOLLARS != 0
                    && lots.put(auction.cusip(), 1L) == null) {
                remark(auction, "an accepted amount is not a multiple of $100; the security is kept to the cent");
            }
        }
    }

    private void remark(Auction auction, String sentence) {
        remarks.add(new Remark(auction.line(), auction.cusip().value(), sentence, false));
    }

    private @Nullable Sale leaveOut(Auction auction, String why) {
        remarks.add(new Remark(auction.line(), auction.cusip().value(), why, true));
        return null;
    }
}
