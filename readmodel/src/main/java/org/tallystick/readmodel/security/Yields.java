package org.tallystick.readmodel.security;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.tallystick.ledger.treasury.CouponPrice;
import org.tallystick.ledger.treasury.FixedCoupon;

/** Yields from prices: the price formula of 31 CFR 356 Appendix B, section II, searched for the yield that gives a price. */
final class Yields {

    /** A millionth of a percent: finer than a price in millionths tells, so that rounding to a thousandth is right. */
    private static final long STEP_PERCENT_NANOS = 1_000;

    private static final long LOWEST = -1_000_000_000L / STEP_PERCENT_NANOS;
    private static final long HIGHEST = 1_000_000_000_000L / STEP_PERCENT_NANOS;

    /** Yields are told to a thousandth of a percent, as auctions tell them. */
    private static final long TOLD_PERCENT_NANOS = 1_000_000;

    private Yields() {}

    /**
     * The yield to maturity at a clean price: a price falls as the yield rises, so the range is halved until it is found.
     *
     * @param settlement from the dated date to the day before maturity
     * @return in billionths of a percent, rounded to a thousandth of a percent; empty when no yield of the range gives it
     */
    static OptionalLong toMaturity(FixedCoupon security, long cleanMicros, LocalDate settlement) {
        if (cleanMicros > price(security, LOWEST, settlement) || cleanMicros < price(security, HIGHEST, settlement)) {
            return OptionalLong.empty();
        }
        // Of the yields at which the price is not below, the highest; where several give the same rounded price, the
        // middle.
        long last = highestNotBelow(security, cleanMicros, settlement);
        long first = highestNotBelow(security, cleanMicros + 1, settlement) + 1;
        long middle = (Math.min(first, last) + last) / 2;
        long half = TOLD_PERCENT_NANOS / 2;
        return OptionalLong.of(
                Math.floorDiv(middle * STEP_PERCENT_NANOS + half, TOLD_PERCENT_NANOS) * TOLD_PERCENT_NANOS);
    }

    private static long highestNotBelow(FixedCoupon security, long cleanMicros, LocalDate settlement) {
        long low = LOWEST - 1;
        long high = HIGHEST;
        while (low < high) {
            long middle = Math.floorDiv(low + high + 1, 2);
            if (price(security, middle, settlement) >= cleanMicros) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static long price(FixedCoupon security, long steps, LocalDate settlement) {
        return CouponPrice.atYield(security, steps * STEP_PERCENT_NANOS, settlement)
                .cleanMicros();
    }
}
