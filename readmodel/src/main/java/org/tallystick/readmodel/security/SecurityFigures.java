package org.tallystick.readmodel.security;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a security is worth, as far as what is published tells. Rates are in billionths of a percent, rounded to a thousandth
 * of a percent: 4.125 % is 4,125,000,000.
 *
 * @param priceDate of the last published price; null when there is none
 * @param priceMicros that price, clean, per 100 of par in millionths; empty when there is none
 * @param accruedPer100Nanos interest accrued up to the open business date, in billionths of a dollar on 100 of par; of a TIPS
 *     adjusted by its index ratio; empty of what accrues none, before the dated date, from maturity on, and while an index is
 *     missing
 * @param discountRatePercentNanos of a bill at its last price, from that day to maturity
 * @param investmentRatePercentNanos the same as a coupon-equivalent yield
 * @param yieldPercentNanos to maturity, of a note or bond at its last price, compounded half-yearly; from -1 % to 1,000 %,
 *     empty beyond
 */
public record SecurityFigures(
        @Nullable LocalDate priceDate,
        OptionalLong priceMicros,
        OptionalLong accruedPer100Nanos,
        OptionalLong discountRatePercentNanos,
        OptionalLong investmentRatePercentNanos,
        OptionalLong yieldPercentNanos) {}
