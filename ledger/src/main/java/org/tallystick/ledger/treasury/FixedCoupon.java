package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * A Treasury note or bond with a fixed coupon, paid half-yearly.
 *
 * @param couponPercentNanos the annual coupon in billionths of a percent, zero or more: 3.125 % is 3,125,000,000
 */
public record FixedCoupon(
        Cusip cusip, long couponPercentNanos, LocalDate datedDate, LocalDate firstInterestDate, LocalDate maturityDate)
        implements CouponSecurity {
    public FixedCoupon {
        Terms.notNegative("coupon", couponPercentNanos);
        Terms.couponDates(datedDate, firstInterestDate, maturityDate, 6);
    }
}
