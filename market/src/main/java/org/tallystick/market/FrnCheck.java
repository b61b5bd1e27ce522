package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.FrnIndexRates;
import org.tallystick.ledger.treasury.FrnLockouts;
import org.tallystick.ledger.treasury.FrnPrice;
import org.tallystick.ledger.treasury.Interest;

/** Floating rate notes: price from the discount margin, and accrued interest where every week's bill auction is at hand. */
final class FrnCheck {
    /** An issue on the first business day after a dated date on a weekend. */
    private static final int SHORT_BACKDATING = 5;

    private final FrnIndexRates fileRates;
    private final Map<Cusip, List<LocalDate>> issueDates;
    private final BusinessCalendar calendar;

    FrnCheck(List<Auction> auctions, BusinessCalendar calendar) {
        this.fileRates = ThirteenWeekAuctions.in(auctions);
        this.issueDates = auctions.stream()
                .filter(auction -> auction.type() == Auction.Type.FRN)
                .collect(Collectors.groupingBy(
                        Auction::cusip,
                        Collectors.mapping(auction -> auction.dates().issue(), Collectors.toList())));
        this.calendar = calendar;
    }

    void check(Auction auction, FigureSheet sheet) throws IncompleteAuctionException {
        FloatingRateNote note = (FloatingRateNote) AuctionedSecurity.of(auction);
        Optional<Long> accrued = accruedNanos(auction, note);
        BigDecimal published = auction.figures().accruedPer100();
        if (auction.dates().dated() != null) {
            accrued.ifPresent(nanos -> sheet.compare(Figure.ACCRUED_INTEREST, published, Decimals.of(nanos, 9)));
        }

        long accruedNanos;
        if (published != null) {
            accruedNanos = Decimals.scaled(published, 9);
        } else {
            accruedNanos = accrued.orElseThrow(() -> new IncompleteAuctionException(
                    "no accrued interest is published, nor are all the 13-week auctions it comes from in the file"));
        }
        Long margin = auction.rates().highDiscountMargin();
        if (margin == null) {
            throw new IncompleteAuctionException("no high discount margin is published");
        }
        FrnIndexRates.Auction index = index(auction);
        if (index == null) {
            throw new IncompleteAuctionException("no index determination rate is published");
        }
        long computed =
                FrnPrice.cleanMicros(note, auction.dates().issue(), index.indexPercentNanos(), margin, accruedNanos);
        Auction.Figures figures = auction.figures();
        sheet.comparePrice(Figure.PRICE, figures.price(), Decimals.of(computed, 6));
        sheet.comparePrice(Figure.HIGH_PRICE, figures.highPrice(), Decimals.of(computed, 6));
    }

    /** Interest from the last interest date, or the dated date, to issue; empty if the rates of some day are unknown. */
    private Optional<Long> accruedNanos(Auction auction, FloatingRateNote note) {
        LocalDate since = note.datedDate();
        LocalDate issue = auction.dates().issue();
        if (!since.isBefore(issue)) {
            return Optional.of(0L);
        }
        FrnIndexRates rates = fileRates;
        FrnIndexRates.Auction index = index(auction);
        if (index != null
                && rates.auctions().stream()
                        .noneMatch(known -> known.auctionDate().equals(index.auctionDate()))) {
            rates = rates.with(index);
        }
        List<LocalDate> issues = issueDates.getOrDefault(auction.cusip(), List.of());
        LocalDate lockout = calendar.plusBusinessDays(issue, -2);
        if (!ThirteenWeekAuctions.coverEveryWeek(rates, since, lockout) || !haveEveryMonth(issues, since, issue)) {
            return Optional.empty();
        }
        return Interest.accrued(note, since, issue, rates, FrnLockouts.of(note, issues, calendar))
                .map(FrnCheck::per100Nanos);
    }

    /** A floating rate note is re-opened in the two months after its issue: whether no such day is left out before one. */
    private static boolean haveEveryMonth(List<LocalDate> issues, LocalDate since, LocalDate issue) {
        long reopenings = since.plusDays(SHORT_BACKDATING).until(issue, ChronoUnit.MONTHS);
        return issues.stream()
                        .filter(day -> day.isAfter(since.minusDays(1)) && day.isBefore(issue))
                        .count()
                >= reopenings;
    }

    private static long per100Nanos(Rational perUnit) {
        return perUnit.times(100).round(9, Rounding.HALF_UP);
    }

    private FrnIndexRates.@Nullable Auction index(Auction auction) {
        Long rate = auction.rates().frnIndexDiscountRate();
        LocalDate held = auction.dates().frnIndex();
        if (rate == null) {
            return null;
        }
        LocalDate date = held == null ? auction.dates().issue().minusDays(1) : held;
        int days = held == null ? 91 : ThirteenWeekAuctions.days(held, calendar);
        return new FrnIndexRates.Auction(date, rate, days);
    }
}
