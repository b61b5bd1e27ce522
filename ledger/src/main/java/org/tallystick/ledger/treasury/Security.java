package org.tallystick.ledger.treasury;

import java.time.LocalDate;

/**
 * The terms of a marketable Treasury security, as announced. What has been issued, and to whom, is the book's business.
 *
 * <p>Constructors throw {@link IllegalArgumentException} on terms that contradict each other, saying which.
 */
public sealed interface Security permits Bill, CouponSecurity, InterestStrip, PrincipalStrip {
    Cusip cusip();

    /** The day on which principal, or a strip's one payment, falls due; not moved for weekends and holidays. */
    LocalDate maturityDate();
}
