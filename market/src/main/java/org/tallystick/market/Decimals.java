package org.tallystick.market;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Between the decimals of a file and the scaled integers of the ledger. */
final class Decimals {
    private Decimals() {}

    /** The value at a number of decimals, as an integer; what lies beyond them is rounded. */
    static long scaled(BigDecimal value, int decimals) {
        return rounded(value, decimals).unscaledValue().longValueExact();
    }

    static BigDecimal of(long scaled, int decimals) {
        return BigDecimal.valueOf(scaled, decimals);
    }

    static BigDecimal rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** How many decimals are left without trailing zeros. */
    static int significant(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }
}
