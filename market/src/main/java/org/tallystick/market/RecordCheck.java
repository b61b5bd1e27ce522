package org.tallystick.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What recomputing one auction record found.
 *
 * @param comparisons every published figure that could be recomputed
 * @param notPriced why no price could be recomputed and compared; empty if one was
 */
public record RecordCheck(Auction auction, List<Comparison> comparisons, Optional<String> notPriced) {
    /** A figure as published and as computed to the same number of decimals. */
    public record Comparison(Figure figure, BigDecimal published, BigDecimal computed) {
        public boolean exact() {
            return published.compareTo(computed) == 0;
        }
    }

    /** How a record counts. */
    public enum Verdict {
        /** A price and every other recomputed figure are as published. */
        EXACT,
        /** At least one recomputed figure is not as published. */
        OFF,
        /** Nothing is off, but no price could be recomputed and compared. */
        NOT_PRICED
    }

    public Verdict verdict() {
        if (comparisons.stream().anyMatch(comparison -> !comparison.exact())) {
            return Verdict.OFF;
        }
        return notPriced.isPresent() ? Verdict.NOT_PRICED : Verdict.EXACT;
    }
}
