package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * A Treasury inflation-protected security: a fixed real coupon, paid half-yearly on principal that follows the CPI.
 *
 * @param couponPercentNanos the annual real coupon in billionths of a percent, zero or more
 * @param datedDate the original dated date, a re-opening's too: the day the index ratio counts from
 * @param refCpiOnDatedDateE5 the reference CPI of that day in hundred-thousandths, positive: 154.63333 is 15,463,333
 */
public record Tips(
        Cusip cusip,
        long couponPercentNanos,
        LocalDate datedDate,
        LocalDate firstInterestDate,
        LocalDate maturityDate,
        long refCpiOnDatedDateE5)
        implements CouponSecurity {
    public Tips {
        Terms.notNegative("coupon", couponPercentNanos);
        Terms.positive("reference CPI on the dated date", refCpiOnDatedDateE5);
        Terms.couponDates(datedDate, firstInterestDate, maturityDate, 6);
    }
}
