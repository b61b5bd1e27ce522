package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;

/**
 * The results of the 13-week bill auctions published so far, in order of date: the index of every floating rate note.
 *
 * <p>A result counts from the day after its auction, {@link FrnLockouts} aside; a week without one keeps the last (31 CFR 356
 * Appendix B, section I.C).
 */
public record FrnIndexRates(List<Auction> auctions) {
    public static final FrnIndexRates NONE = new FrnIndexRates(List.of());

    /**
     * One 13-week bill auction.
     *
     * @param highRatePercentNanos the high discount rate in billionths of a percent
     * @param billDays days from the bill's issue to its maturity, nearly always 91; 1 to 366
     */
    public record Auction(LocalDate auctionDate, long highRatePercentNanos, int billDays) {
        public Auction {
            if (billDays < 1 || billDays > 366) {
                throw new IllegalArgumentException("a bill's days are not between 1 and 366: " + billDays);
            }
        }

        /** The index in billionths of a percent. */
        public long indexPercentNanos() {
            return FrnIndexRates.indexPercentNanos(highRatePercentNanos, billDays);
        }
    }

    /** @throws IllegalArgumentException if two results have the same auction date */
    public FrnIndexRates {
        List<Auction> sorted = new ArrayList<>(auctions);
        sorted.sort(Comparator.comparing(Auction::auctionDate));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).auctionDate().equals(sorted.get(i - 1).auctionDate())) {
                throw new IllegalArgumentException(
                        "two results for the auction of " + sorted.get(i).auctionDate());
            }
        }
        auctions = List.copyOf(sorted);
    }

    /** These results and one more. */
    public FrnIndexRates with(Auction auction) {
        List<Auction> more = new ArrayList<>(auctions);
        more.add(auction);
        return new FrnIndexRates(more);
    }

    /** The latest auction held before {@code day}, if any is known. */
    public Optional<Auction> lastBefore(LocalDate day) {
        for (int i = auctions.size() - 1; i >= 0; i--) {
            if (auctions.get(i).auctionDate().isBefore(day)) {
                return Optional.of(auctions.get(i));
            }
        }
        return Optional.empty();
    }

    /** The auction whose rate {@code day} accrues at: the latest in effect by then, if any. */
    Optional<Auction> effectiveOn(LocalDate day, FrnLockouts lockouts) {
        for (int i = auctions.size() - 1; i >= 0; i--) {
            LocalDate held = auctions.get(i).auctionDate();
            if (held.isBefore(day) && !lockouts.effective(held).isAfter(day)) {
                return Optional.of(auctions.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * A discount rate as a simple-interest money market yield, {@code D / (1 - D * days / 360)}, rounded to nine decimals of a
     * percent (31 CFR 356 Appendix B, section IV.A).
     *
     * @param highRatePercentNanos billionths of a percent
     * @return billionths of a percent
     */
    public static long indexPercentNanos(long highRatePercentNanos, int billDays) {
        Rational rate = Rational.ofScaled(highRatePercentNanos, 11);
        Rational denominator = Rational.ONE.minus(rate.times(billDays).dividedBy(360));
        return rate.dividedBy(denominator).round(11, Rounding.HALF_UP);
    }
}
