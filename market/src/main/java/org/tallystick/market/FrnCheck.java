package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.FrnIndexRates;
import org.tallystick.ledger.treasury.FrnPrice;
import org.tallystick.ledger.treasury.Interest;

/** Floating rate notes: price from the discount margin, and accrued interest where every week's bill auction is at hand. */
final class FrnCheck {
    private final FrnIndexRates fileRates;
    private final BusinessCalendar calendar;

    FrnCheck(FrnIndexRates fileRates, BusinessCalendar calendar) {
        this.fileRates = fileRates;
        this.calendar = calendar;
    }

    void check(Auction auction, FigureSheet sheet) throws IncompleteAuctionException {
        FloatingRateNote note = (FloatingRateNote) AuctionedSecurity.of(auction);
        Optional<Long> accrued = accruedNanos(auction, note);
        BigDecimal published = auction.figures().accruedPer100();
        accrued.ifPresent(nanos -> sheet.compare(Figure.ACCRUED_INTEREST, published, Decimals.of(nanos, 9)));

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
        FrnIndexRates rates = fileRates;
        FrnIndexRates.Auction index = index(auction);
        if (index != null
                && rates.auctions().stream()
                        .noneMatch(known -> known.auctionDate().equals(index.auctionDate()))) {
            rates = rates.with(index);
        }
        LocalDate lockout = calendar.plusBusinessDays(issue, -2);
        if (since.isBefore(issue) && !ThirteenWeekAuctions.coverEveryWeek(rates, since, lockout)) {
            return Optional.empty();
        }
        return Interest.accrued(note, since, issue, rates, calendar).map(FrnCheck::per100Nanos);
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
