package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import java.util.Optional;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;

/**
 * The price of a fixed coupon at a yield, per 100 of par in millionths: 31 CFR 356 Appendix B, sections II and III. For TIPS
 * it is the unadjusted price at a real yield.
 *
 * <p>All of the regulation's cases are one: cash flows discounted to the next coupon frequency date at whole half-years, and
 * from there by simple interest for the {@code r} of {@code s} days left:
 *
 * <pre>{@code (P + A) [1 + (r/s)(i/2)] = sum of cash flow x v^k,  v = 1 / (1 + i/2)}</pre>
 *
 * <p>The cases differ only in the first cash flow, which pays the half-years, whole and broken, since interest began. The
 * published price is the rounded dirty price less the rounded accrued interest.
 *
 * @param dirtyMicros including accrued interest
 * @param accruedMicros interest accrued to settlement
 */
public record CouponPrice(long dirtyMicros, long accruedMicros) {
    /** The price without accrued interest: what an auction publishes. */
    public long cleanMicros() {
        return dirtyMicros - accruedMicros;
    }

    /**
     * The price at a yield to maturity.
     *
     * @param yieldPercentNanos nominal annual, compounded half-yearly, in billionths of a percent; above -200 %
     * @param settlement from the dated date to the day before maturity
     * @throws IllegalArgumentException if {@code settlement} is outside the security's life
     * @throws ArithmeticException if the yield is -200 % or the price does not fit a long
     */
    public static CouponPrice atYield(FixedCoupon security, long yieldPercentNanos, LocalDate settlement) {
        return atYield(security, security.couponPercentNanos(), yieldPercentNanos, settlement);
    }

    /** As for a nominal security, with a real coupon and a real yield: the price before indexing. */
    public static CouponPrice atYield(Tips security, long realYieldPercentNanos, LocalDate settlement) {
        return atYield(security, security.couponPercentNanos(), realYieldPercentNanos, settlement);
    }

    private static CouponPrice atYield(
            CouponSecurity security, long couponPercentNanos, long yieldPercentNanos, LocalDate settlement) {
        Schedule schedule = Schedule.of(security);
        LocalDate interestSince = schedule.interestSince(settlement);
        Optional<LocalDate> firstPayment = schedule.nextAfter(settlement);
        if (settlement.isBefore(interestSince) || firstPayment.isEmpty()) {
            throw new IllegalArgumentException("settlement " + settlement + " is not between the dated date "
                    + security.datedDate() + " and the maturity date " + security.maturityDate());
        }
        FrequencyDates halfYears = schedule.periods();
        Rational halfCoupon = Rational.ofScaled(couponPercentNanos, 9).dividedBy(2);
        Rational halfYield = Rational.ofScaled(yieldPercentNanos, 11).dividedBy(2);
        LocalDate next = halfYears.after(settlement);
        int n = halfYears.periodsBefore(next);
        int k = n - halfYears.periodsBefore(firstPayment.get());
        Rational v = Rational.ONE.dividedBy(Rational.ONE.plus(halfYield));
        Rational firstCoupon = halfCoupon.times(halfYears.between(interestSince, firstPayment.get()));
        Rational laterCoupons = halfCoupon.times(annuity(v, halfYield, n).minus(annuity(v, halfYield, k)));
        Rational principal = v.pow(n).times(100);
        Rational atNext = firstCoupon.times(v.pow(k)).plus(laterCoupons).plus(principal);
        Rational stub =
                Rational.of(Interest.days(settlement, next), Interest.days(halfYears.onOrBefore(settlement), next));
        Rational dirty = atNext.dividedBy(Rational.ONE.plus(stub.times(halfYield)));
        Rational accrued = halfCoupon.times(halfYears.between(interestSince, settlement));
        return new CouponPrice(dirty.round(6, Rounding.HALF_UP), accrued.round(6, Rounding.HALF_UP));
    }

    /** The present value of 1 at the end of each of {@code n} half-years: {@code (1 - v^n) / (i/2)}, or n at a yield of zero. */
    private static Rational annuity(Rational v, Rational halfYield, int n) {
        return halfYield.signum() == 0
                ? Rational.of(n)
                : Rational.ONE.minus(v.pow(n)).dividedBy(halfYield);
    }
}
