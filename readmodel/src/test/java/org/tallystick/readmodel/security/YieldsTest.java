package org.tallystick.readmodel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.ledger.treasury.CouponPrice;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;

/** The yield at a price is the yield that the price was computed from. */
class YieldsTest {

    private static final long PERCENT = 1_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        // coupon and yield in percent; dated, settled, first interest, matures
        "4.125, 4.187, 2026-11-15, 2026-11-16, 2027-05-15, 2028-11-15",
        "4.125, 0.000, 2026-11-15, 2027-02-01, 2027-05-15, 2028-11-15",
        "0.125, -0.250, 2021-02-15, 2021-02-16, 2021-08-15, 2024-02-15",
        "15.750, 14.001, 2026-11-15, 2030-01-31, 2027-05-15, 2056-11-15",
        "4.500, 4.999, 2026-11-15, 2055-12-24, 2027-05-15, 2056-11-15",
    })
    void theYieldOfAPriceIsFoundAgain(
            String coupon, String yield, LocalDate dated, LocalDate settled, LocalDate first, LocalDate matures) {
        FixedCoupon note = new FixedCoupon(Cusip.of("91282CXA4"), nanos(coupon), dated, first, matures);
        long price = CouponPrice.atYield(note, nanos(yield), settled).cleanMicros();
        assertThat(Yields.toMaturity(note, price, settled)).hasValue(nanos(yield));
    }

    @ParameterizedTest
    @CsvSource({"1", "900000000"})
    void aPriceThatNoYieldExplainsHasNone(long priceMicros) {
        FixedCoupon note = new FixedCoupon(
                Cusip.of("91282CXA4"),
                4 * PERCENT,
                LocalDate.parse("2026-11-15"),
                LocalDate.parse("2027-05-15"),
                LocalDate.parse("2028-11-15"));
        assertThat(Yields.toMaturity(note, priceMicros, LocalDate.parse("2026-11-16")))
                .isEmpty();
    }

    private static long nanos(String percent) {
        return new java.math.BigDecimal(percent).movePointRight(9).longValueExact();
    }
}
