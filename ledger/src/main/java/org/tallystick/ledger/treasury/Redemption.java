package org.tallystick.ledger.treasury;

import java.util.OptionalLong;
import org.tallystick.ledger.money.Rational;

/** What is repaid at maturity, beside the interest of that day. */
public final class Redemption {
    private Redemption() {}

    /** Whether the amount depends on the reference CPI of the maturity date. */
    public static boolean needsReferenceCpi(Security security) {
        return switch (security) {
            case Bill bill -> false;
            case FixedCoupon nominal -> false;
            case FloatingRateNote floating -> false;
            case Tips tips -> true;
            case InterestStrip strip -> strip.inflationIndexed();
            case PrincipalStrip strip -> strip.inflationIndexed();
        };
    }

    /**
     * What one unit of par, or of an indexed interest strip's adjusted value, is paid at maturity; exact.
     *
     * <p>Nominal principal repays par. Indexed principal repays par times the index ratio and never less than par, whole or
     * stripped (31 CFR 356.30). An indexed interest strip pays adjusted value times reference CPI / 100, without a floor
     * (Appendix B, section V).
     *
     * @param refCpiE5 the reference CPI of the maturity date in hundred-thousandths; unused if nominal
     * @throws IllegalArgumentException if the security is indexed and {@code refCpiE5} is empty
     */
    public static Rational due(Security security, OptionalLong refCpiE5) {
        return switch (security) {
            case Bill bill -> Rational.ONE;
            case FixedCoupon nominal -> Rational.ONE;
            case FloatingRateNote floating -> Rational.ONE;
            case Tips tips -> indexedPrincipal(require(refCpiE5), tips.refCpiOnDatedDateE5());
            case PrincipalStrip strip ->
                strip.inflationIndexed()
                        ? indexedPrincipal(require(refCpiE5), strip.refCpiOnDatedDateE5())
                        : Rational.ONE;
            case InterestStrip strip ->
                strip.inflationIndexed()
                        ? Rational.ofScaled(require(refCpiE5), 5).dividedBy(100)
                        : Rational.ONE;
        };
    }

    private static Rational indexedPrincipal(long refCpiE5, long refCpiOnDatedDateE5) {
        return Rational.ofScaled(CpiTable.indexRatioE5(refCpiE5, refCpiOnDatedDateE5), 5)
                .max(Rational.ONE);
    }

    private static long require(OptionalLong refCpiE5) {
        return refCpiE5.orElseThrow(
                () -> new IllegalArgumentException("an inflation-indexed payment needs the reference CPI of its date"));
    }
}
