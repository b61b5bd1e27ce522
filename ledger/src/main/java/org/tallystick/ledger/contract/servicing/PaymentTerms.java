package org.tallystick.ledger.contract.servicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CouponSecurity;
import org.tallystick.ledger.treasury.CpiTable;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.FrnLockouts;
import org.tallystick.ledger.treasury.Interest;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Redemption;
import org.tallystick.ledger.treasury.Schedule;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/** When a security pays, and how much on each unit of par, given what has been published. */
final class PaymentTerms {

    private PaymentTerms() {}

    /** The first date after this one on which the security pays anything, or null after its maturity. */
    static @Nullable LocalDate nextAfter(Security security, LocalDate date) {
        return switch (security) {
            case CouponSecurity coupon -> Schedule.of(coupon).nextAfter(date).orElse(null);
            case Bill bill -> maturityAfter(bill, date);
            case InterestStrip strip -> maturityAfter(strip, date);
            case PrincipalStrip strip -> maturityAfter(strip, date);
        };
    }

    private static @Nullable LocalDate maturityAfter(Security security, LocalDate date) {
        return security.maturityDate().isAfter(date) ? security.maturityDate() : null;
    }

    /** The day before the security can first pay anything. */
    static LocalDate beforeFirst(Security security) {
        return switch (security) {
            case CouponSecurity coupon -> coupon.datedDate();
            case Bill bill -> bill.issueDate();
            case InterestStrip strip -> strip.paymentDate().minusDays(1);
            case PrincipalStrip strip -> strip.maturityDate().minusDays(1);
        };
    }

    static boolean paysInterest(Security security) {
        return switch (security) {
            case CouponSecurity coupon -> true;
            case Bill bill -> false;
            case InterestStrip strip -> false;
            case PrincipalStrip strip -> false;
        };
    }

    /**
     * What one unit of par is paid on a scheduled date; empty when an index it needs has not been published.
     *
     * @param issueDates the days on which the security was issued and re-opened: a floating rate stands still around them
     */
    static Optional<Rational> perUnit(
            Security security, Kind kind, LocalDate date, List<LocalDate> issueDates, Published published) {
        return switch (kind) {
            case INTEREST -> interest(security, date, issueDates, published);
            case REDEMPTION -> redemption(security, published.refCpiE5(date));
        };
    }

    private static Optional<Rational> redemption(Security security, OptionalLong refCpiE5) {
        return Redemption.needsReferenceCpi(security) && refCpiE5.isEmpty()
                ? Optional.empty()
                : Optional.of(Redemption.due(security, refCpiE5));
    }

    private static Optional<Rational> interest(
            Security security, LocalDate date, List<LocalDate> issueDates, Published published) {
        return switch (security) {
            case FixedCoupon note -> Optional.of(Interest.due(note, date));
            case Tips tips -> {
                OptionalLong refCpi = published.refCpiE5(date);
                yield refCpi.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Interest.due(
                                tips, date, CpiTable.indexRatioE5(refCpi.getAsLong(), tips.refCpiOnDatedDateE5())));
            }
            case FloatingRateNote note ->
                Interest.due(note, date, published.billRates(), FrnLockouts.of(note, issueDates, published.calendar()));
            case Bill bill -> throw new IllegalStateException("a bill pays no interest");
            case InterestStrip strip -> throw new IllegalStateException("a strip pays no interest");
            case PrincipalStrip strip -> throw new IllegalStateException("a strip pays no interest");
        };
    }
}
