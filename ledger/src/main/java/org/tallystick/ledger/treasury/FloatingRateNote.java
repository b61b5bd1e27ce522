package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * A Treasury floating rate note: pays quarterly, and accrues daily at the latest 13-week bill rate plus a spread.
 *
 * @param spreadPercentNanos fixed at the first auction, in billionths of a percent; may be negative
 */
public record FloatingRateNote(
        Cusip cusip, long spreadPercentNanos, LocalDate datedDate, LocalDate firstInterestDate, LocalDate maturityDate)
        implements CouponSecurity {
    public FloatingRateNote {
        Terms.couponDates(datedDate, firstInterestDate, maturityDate, 3);
    }
}
