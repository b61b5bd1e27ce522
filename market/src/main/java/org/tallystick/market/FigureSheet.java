package org.tallystick.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what is found in one record. */
final class FigureSheet {
    private final Auction auction;
    private final List<RecordCheck.Comparison> comparisons = new ArrayList<>();
    private boolean priced;
    private @Nullable String reason;

    FigureSheet(Auction auction) {
        this.auction = auction;
    }

    /** Compares a figure if it is published. */
    void compare(Figure figure, @Nullable BigDecimal published, BigDecimal computed) {
        if (published != null) {
            comparisons.add(new RecordCheck.Comparison(figure, published, computed));
        }
    }

    /** Compares a price if it is published; one such comparison makes the record priced. */
    void comparePrice(Figure figure, @Nullable BigDecimal published, BigDecimal computed) {
        compare(figure, published, computed);
        priced |= published != null;
    }

    /**
     * Checks a record by each way it can be read, until one explains every figure. If none does, the likeliest stands,
     * unless the record leaves out its dated date: then no price can be held against it.
     */
    <T> void read(List<T> readings, Consumer<T> check) {
        for (T reading : readings) {
            clear();
            check.accept(reading);
            if (!isOff()) {
                return;
            }
        }
        clear();
        if (auction.dates().dated() == null) {
            cannotPrice("no dated date is published");
        } else {
            check.accept(readings.getFirst());
        }
    }

    private boolean isOff() {
        return comparisons.stream().anyMatch(comparison -> !comparison.exact());
    }

    private void clear() {
        comparisons.clear();
        priced = false;
        reason = null;
    }

    void cannotPrice(String why) {
        reason = reason == null ? why : reason;
    }

    RecordCheck result() {
        Optional<String> notPriced = priced
                ? Optional.empty()
                : Optional.of(reason == null ? "no price is published to compare with" : reason);
        return new RecordCheck(auction, List.copyOf(comparisons), notPriced);
    }
}
