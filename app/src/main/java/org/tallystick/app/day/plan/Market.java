package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.money.MulDiv;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.treasury.AccruedInterest;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Tips;

/** What can be traded, and around which price. */
final class Market {

    private static final long PAR_MICROS = 100_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_100 = 100_000_000_000L;

    /** A security and its latest auction. */
    record Listing(int asset, Sale latest) {
        LocalDate maturity() {
            return latest.security().maturityDate();
        }

        long lotCents() {
            return latest.lotCents();
        }
    }

    private final TreeMap<Integer, Listing> listings = new TreeMap<>();
    private final List<Listing> matured = new ArrayList<>();
    private List<Listing> tradable = List.of();

    void add(int asset, Sale sale) {
        listings.put(asset, new Listing(asset, sale));
    }

    /** Takes stock of what is outstanding when a business date has opened. */
    void open(LocalDate date) {
        listings.values().removeIf(listing -> {
            boolean gone = !listing.maturity().isAfter(date);
            if (gone) {
                matured.add(listing);
            }
            return gone;
        });
        tradable = List.copyOf(listings.values());
    }

    /** Some of it may not have been issued yet. */
    List<Listing> tradable() {
        return tradable;
    }

    @Nullable
    Listing lastMatured() {
        return matured.isEmpty() ? null : matured.getLast();
    }

    /**
     * What a par amount costs on a date: the official price, for a bill drawn towards par as it ages, moved by a little, and
     * the interest accrued.
     *
     * @param movedMicros added to the clean price per 100
     * @return cents, at least one
     */
    static long cost(Listing listing, LocalDate date, long parCents, long movedMicros, Published published) {
        long clean = Math.max(1, cleanMicros(listing, date) + movedMicros);
        long dirtyNanos = clean * NANOS_PER_MICRO + accruedNanos(listing, date, published);
        return Math.max(1, MulDiv.mulDiv(parCents, dirtyNanos, NANOS_PER_100, Rounding.HALF_UP));
    }

    private static long cleanMicros(Listing listing, LocalDate date) {
        Sale sale = listing.latest();
        long official = sale.price().priceMicros();
        if (!(sale.security() instanceof Bill)) {
            return official;
        }
        long life = listing.maturity().toEpochDay() - sale.issued().toEpochDay();
        long age = Math.clamp(date.toEpochDay() - sale.issued().toEpochDay(), 0, life);
        return official + MulDiv.mulDiv(PAR_MICROS - official, age, life, Rounding.HALF_UP);
    }

    private static long accruedNanos(Listing listing, LocalDate date, Published published) {
        return switch (listing.latest().security()) {
            case Bill bill -> 0;
            case FixedCoupon note ->
                date.isBefore(note.datedDate()) ? 0 : OfficialPrice.nanosPer100(AccruedInterest.per1000E5(note, date));
            case Tips tips -> {
                OptionalLong refCpi = published.refCpiE5(date);
                yield refCpi.isEmpty() || date.isBefore(tips.datedDate())
                        ? 0
                        : OfficialPrice.nanosPer100(AccruedInterest.adjustedPer1000E5(
                                tips, date, CpiTable.indexRatioE5(refCpi.getAsLong(), tips.refCpiOnDatedDateE5())));
            }
            case FloatingRateNote note -> listing.latest().price().accruedNanos();
            case InterestStrip strip -> 0;
            case PrincipalStrip strip -> 0;
        };
    }
}
