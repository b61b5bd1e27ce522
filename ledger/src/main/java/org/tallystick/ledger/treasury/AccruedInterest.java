package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import org.tallystick.ledger.money.MulDiv;
import org.tallystick.ledger.money.Rounding;

/**
 * Interest a buyer owes for the days before settlement, per $1,000 of par in hundred-thousandths of a dollar: 31 CFR 356
 * Appendix B, section I.D. What floating rate notes accrue is in {@link Interest#accrued}.
 */
public final class AccruedInterest {
    private AccruedInterest() {}

    /**
     * Accrued from the last interest date, or the dated date, to settlement.
     *
     * @throws IllegalArgumentException if {@code settlement} is before the dated date
     */
    public static long per1000E5(FixedCoupon security, LocalDate settlement) {
        return per1000E5(security, security.couponPercentNanos(), settlement);
    }

    /** As for a nominal security: before indexing. */
    public static long per1000E5(Tips security, LocalDate settlement) {
        return per1000E5(security, security.couponPercentNanos(), settlement);
    }

    /** The accrued interest of a TIPS in dollars of the settlement date: the rounded real amount times the index ratio. */
    public static long adjustedPer1000E5(Tips security, LocalDate settlement, long indexRatioE5) {
        return MulDiv.mulDiv(per1000E5(security, settlement), indexRatioE5, 100_000, Rounding.HALF_UP);
    }

    private static long per1000E5(CouponSecurity security, long couponPercentNanos, LocalDate settlement) {
        Schedule schedule = Schedule.of(security);
        LocalDate since = schedule.interestSince(settlement);
        if (settlement.isBefore(since)) {
            throw new IllegalArgumentException("settlement " + settlement + " is before the dated date " + since);
        }
        return Interest.per1000(couponPercentNanos, since, settlement, schedule.periods())
                .round(5, Rounding.HALF_UP);
    }
}
