package org.tallystick.readmodel.security;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.money.Rounding;
import org.tallystick.ledger.register.Price;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.treasury.AccruedInterest;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.BillPricing;
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

/**
 * A security and what has been published that bears on it.
 *
 * @param issueDates on which it was issued and re-opened
 * @param price the last published; null when there is none
 */
record SecurityTerms(
        Security security,
        List<LocalDate> issueDates,
        Published published,
        @Nullable Price price) {

    private static final int NANOS = 9;

    /** Published rates have three decimals. */
    private static final int RATE_DECIMALS = 3;

    private static final long RATE_TO_NANOS = 1_000_000;
    private static final long PER_1000_E5_TO_PER_100_NANOS = 1_000;

    // --- Payments ---

    /** Everything it pays, first to last. */
    List<CashFlow> cashFlows() {
        List<CashFlow> flows = new ArrayList<>();
        if (security instanceof CouponSecurity coupon) {
            for (LocalDate date : Schedule.of(coupon).dates()) {
                flows.add(flow(date, Kind.INTEREST, interest(coupon, date)));
            }
        }
        LocalDate maturity = security.maturityDate();
        OptionalLong refCpi = published.refCpiE5(maturity);
        boolean known = refCpi.isPresent() || !Redemption.needsReferenceCpi(security);
        flows.add(flow(
                maturity, Kind.REDEMPTION, known ? Optional.of(Redemption.due(security, refCpi)) : Optional.empty()));
        return flows;
    }

    private CashFlow flow(LocalDate date, Kind kind, Optional<Rational> perUnit) {
        LocalDate paid = published.calendar().following(date);
        boolean known = published.covers(date) && published.covers(paid);
        return new CashFlow(date, known ? paid : null, kind, per100Nanos(perUnit));
    }

    private static OptionalLong per100Nanos(Optional<Rational> perUnit) {
        return perUnit.map(each -> OptionalLong.of(each.times(100).round(NANOS, Rounding.HALF_UP)))
                .orElse(OptionalLong.empty());
    }

    private Optional<Rational> interest(CouponSecurity coupon, LocalDate date) {
        return switch (coupon) {
            case FixedCoupon note -> Optional.of(Interest.due(note, date));
            case Tips tips -> indexRatioE5(tips, date).map(ratio -> Interest.due(tips, date, ratio));
            case FloatingRateNote note -> Interest.due(note, date, published.billRates(), lockouts(note));
        };
    }

    private Optional<Long> indexRatioE5(Tips tips, LocalDate date) {
        OptionalLong refCpi = published.refCpiE5(date);
        return refCpi.isEmpty()
                ? Optional.empty()
                : Optional.of(CpiTable.indexRatioE5(refCpi.getAsLong(), tips.refCpiOnDatedDateE5()));
    }

    private FrnLockouts lockouts(FloatingRateNote note) {
        return FrnLockouts.of(note, issueDates, published.calendar());
    }

    // --- Figures ---

    SecurityFigures figures() {
        OptionalLong discountRate = OptionalLong.empty();
        OptionalLong investmentRate = OptionalLong.empty();
        OptionalLong yield = OptionalLong.empty();
        if (price != null && price.date().isBefore(security.maturityDate())) {
            switch (security) {
                case Bill bill -> {
                    long days = bill.maturityDate().toEpochDay() - price.date().toEpochDay();
                    discountRate = rate(BillPricing.discountRatePercent(price.priceMicros(), days, RATE_DECIMALS));
                    investmentRate = rate(BillPricing.investmentRatePercent(
                            price.priceMicros(), price.date(), bill.maturityDate(), RATE_DECIMALS));
                }
                case FixedCoupon note -> {
                    boolean early = price.date().isBefore(note.datedDate());
                    yield = Yields.toMaturity(note, price.priceMicros(), early ? note.datedDate() : price.date());
                }
                case Tips _, FloatingRateNote _, InterestStrip _, PrincipalStrip _ -> {}
            }
        }
        return new SecurityFigures(
                price == null ? null : price.date(),
                price == null ? OptionalLong.empty() : OptionalLong.of(price.priceMicros()),
                accruedPer100Nanos(),
                discountRate,
                investmentRate,
                yield);
    }

    private static OptionalLong rate(long thousandths) {
        return OptionalLong.of(thousandths * RATE_TO_NANOS);
    }

    private OptionalLong accruedPer100Nanos() {
        LocalDate today = published.businessDate();
        if (today == null
                || !(security instanceof CouponSecurity coupon)
                || today.isBefore(coupon.datedDate())
                || !today.isBefore(coupon.maturityDate())) {
            return OptionalLong.empty();
        }
        return switch (coupon) {
            case FixedCoupon note ->
                OptionalLong.of(AccruedInterest.per1000E5(note, today) * PER_1000_E5_TO_PER_100_NANOS);
            case Tips tips ->
                indexRatioE5(tips, today)
                        .map(ratio -> OptionalLong.of(
                                AccruedInterest.adjustedPer1000E5(tips, today, ratio) * PER_1000_E5_TO_PER_100_NANOS))
                        .orElse(OptionalLong.empty());
            case FloatingRateNote note -> {
                LocalDate since = Schedule.of(note).lastOnOrBefore(today).orElse(note.datedDate());
                yield per100Nanos(Interest.accrued(note, since, today, published.billRates(), lockouts(note)));
            }
        };
    }
}
