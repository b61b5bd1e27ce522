package org.tallystick.ledger.treasury;

import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;

/**
 * What a security becomes when its payments are separated: a principal strip of the same par, and for each interest date an
 * interest strip. Exact, for the caller to round once, so that stripping and reconstituting are the same number.
 */
public final class Strips {
    private Strips() {}

    /** The interest strip of one regular interest date, in dollars, for one unit of par of a nominal security. */
    public static Rational interestPerUnit(FixedCoupon security) {
        return Interest.halfYearPer1000(security.couponPercentNanos()).dividedBy(1000);
    }

    /**
     * The adjusted value of the interest strip of one regular interest date, for one unit of original par of a TIPS:
     * {@code c/2 x 100 / RefCPI(dated date)} (31 CFR 356 Appendix B, section V). The rule rounds it to cents per strip.
     */
    public static Rational adjustedValuePerUnit(Tips security) {
        return Interest.halfYearPer1000(security.couponPercentNanos())
                .dividedBy(1000)
                .times(100)
                .dividedBy(Rational.ofScaled(security.refCpiOnDatedDateE5(), 5));
    }

    /** The adjusted value per $1,000, to nine decimals: the conversion factor that auction results publish. */
    public static long conversionFactorPer1000Nanos(Tips security) {
        return adjustedValuePerUnit(security).times(1000).round(9, Rounding.HALF_UP);
    }
}
