package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/** A security that pays interest on the dates of its {@link Schedule}. */
public sealed interface CouponSecurity extends Security permits FixedCoupon, Tips, FloatingRateNote {
    /** The day from which interest accrues; on or before the first issue date. */
    LocalDate datedDate();

    /** The first scheduled interest date; not moved for weekends and holidays. */
    LocalDate firstInterestDate();

    /** Months between interest dates: 6, or 3 for a floating rate note. */
    default int monthsBetweenPayments() {
        return switch (this) {
            case FixedCoupon nominal -> 6;
            case Tips indexed -> 6;
            case FloatingRateNote floating -> 3;
        };
    }
}
