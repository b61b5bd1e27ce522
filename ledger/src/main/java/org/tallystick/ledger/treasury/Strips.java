package org.tallystick.ledger.treasury;

import java.time.LocalDate;
import org.tallystick.ledger.money.Rational;

/**
 * What the interest of a TIPS becomes when its payments are separated. Exact, for the caller to round once, so that stripping
 * and reconstituting are the same number.
 */
public final class Strips {
    /** One, in hundred-thousandths: the index ratio at which the interest of a TIPS is its real interest. */
    private static final long UNADJUSTED_E5 = 100_000;

    private Strips() {}

    /**
     * The adjusted value of the interest strip of one interest date, for one unit of original par of a TIPS: the real interest
     * of that date, {@code c/2} of a whole half-year, times {@code 100 / RefCPI(dated date)} (31 CFR 356 Appendix B, section
     * V). The rule rounds it to cents per strip.
     *
     * @throws IllegalArgumentException if no interest falls due on that date
     */
    public static Rational adjustedValuePerUnit(Tips security, LocalDate interestDate) {
        return Interest.due(security, interestDate, UNADJUSTED_E5)
                .times(100)
                .dividedBy(Rational.ofScaled(security.refCpiOnDatedDateE5(), 5));
    }
}
