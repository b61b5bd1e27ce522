package org.tallystick.simulator.audit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.CouponSecurity;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/**
 * What one unit of par is paid, worked out from the words of 31 CFR 356 Appendix B in decimal arithmetic: every figure
 * there is a decimal, or a quotient that the regulation rounds.
 */
final class FirstPrinciples {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Registered registered;

    private final Set<LocalDate> issueDates;

    /**
     * @param issueDates the days on which the security was issued and re-opened
     */
    FirstPrinciples(Registered registered, Set<LocalDate> issueDates) {
        this.registered = registered;
        this.issueDates = issueDates;
    }

    /** Interest on one unit of par on a scheduled date; empty when an index it needs is not known. */
    Optional<BigDecimal> interest(Security security, LocalDate date) {
        return switch (security) {
            case Bill bill -> Optional.empty();
            case InterestStrip strip -> Optional.empty();
            case PrincipalStrip strip -> Optional.empty();
            case FixedCoupon note -> Optional.of(fixed(note, note.couponPercentNanos(), date));
            case Tips tips ->
                referenceCpi(date)
                        .map(cpi -> fixed(tips, tips.couponPercentNanos(), date)
                                .multiply(indexRatio(cpi, tips.refCpiOnDatedDateE5())));
            case FloatingRateNote note -> floating(note, date);
        };
    }

    /** Principal on one unit of par at maturity; empty when an index it needs is not known. */
    Optional<BigDecimal> principal(Security security) {
        return switch (security) {
            case Bill bill -> Optional.of(BigDecimal.ONE);
            case FixedCoupon note -> Optional.of(BigDecimal.ONE);
            case FloatingRateNote note -> Optional.of(BigDecimal.ONE);
            case Tips tips -> indexed(tips.maturityDate(), tips.refCpiOnDatedDateE5());
            case PrincipalStrip strip ->
                strip.refCpiOnDatedDateE5() == 0
                        ? Optional.of(BigDecimal.ONE)
                        : indexed(strip.maturityDate(), strip.refCpiOnDatedDateE5());
            case InterestStrip strip ->
                strip.inflationIndexed()
                        ? referenceCpi(strip.paymentDate()).map(cpi -> cpi.divide(HUNDRED))
                        : Optional.of(BigDecimal.ONE);
        };
    }

    /** Principal that follows the index and is never repaid below par. */
    private Optional<BigDecimal> indexed(LocalDate maturity, long refCpiOnDatedDateE5) {
        return referenceCpi(maturity)
                .map(cpi -> indexRatio(cpi, refCpiOnDatedDateE5).max(BigDecimal.ONE));
    }

    /** Half the annual coupon, or the days of an odd first period. */
    private static BigDecimal fixed(CouponSecurity security, long couponPercentNanos, LocalDate date) {
        // Five dollars per $1,000 and half-year for each percent.
        BigDecimal halfYearPer1000 = BigDecimal.valueOf(couponPercentNanos, 9).multiply(BigDecimal.valueOf(5));
        if (!date.equals(security.firstInterestDate())) {
            return halfYearPer1000.movePointLeft(3);
        }
        BigDecimal per1000 = BigDecimal.ZERO;
        LocalDate end = date;
        LocalDate start = stepBack(security.maturityDate(), end, 6);
        while (!start.isBefore(security.datedDate())) {
            per1000 = per1000.add(halfYearPer1000);
            end = start;
            start = stepBack(security.maturityDate(), end, 6);
        }
        BigDecimal daily = halfYearPer1000.divide(
                BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end)), 9, RoundingMode.HALF_UP);
        long oddDays = ChronoUnit.DAYS.between(security.datedDate(), end);
        return per1000.add(daily.multiply(BigDecimal.valueOf(oddDays))).movePointLeft(3);
    }

    /** The interest date one period earlier, at the month's end if the security matures at one. */
    static LocalDate stepBack(LocalDate maturity, LocalDate date, int months) {
        YearMonth month = YearMonth.from(date).minusMonths(months);
        boolean atMonthEnd = maturity.getDayOfMonth() == maturity.lengthOfMonth();
        return atMonthEnd
                ? month.atEndOfMonth()
                : month.atDay(Math.min(maturity.getDayOfMonth(), month.lengthOfMonth()));
    }

    /** Each day pays a 360th of index plus spread, never below nothing. */
    private Optional<BigDecimal> floating(FloatingRateNote note, LocalDate date) {
        TreeMap<LocalDate, RegisterEvent.BillRatePublished> rates = ratesByFirstDay(note);
        LocalDate day =
                date.equals(note.firstInterestDate()) ? note.datedDate() : stepBack(note.maturityDate(), date, 3);
        BigDecimal per100 = BigDecimal.ZERO;
        for (; day.isBefore(date); day = day.plusDays(1)) {
            var auction = rates.floorEntry(day);
            if (auction == null) {
                return Optional.empty();
            }
            BigDecimal rate = index(auction.getValue())
                    .add(BigDecimal.valueOf(note.spreadPercentNanos(), 9))
                    .max(BigDecimal.ZERO);
            per100 = per100.add(rate.divide(BigDecimal.valueOf(360), 9, RoundingMode.HALF_UP));
        }
        return Optional.of(per100.movePointLeft(2));
    }

    /**
     * Each auction by the first day it counts: the day after it or, where that falls in a lockout, the day after that. A
     * lockout is two business days before a day of issue or payment, and that day itself.
     */
    private TreeMap<LocalDate, RegisterEvent.BillRatePublished> ratesByFirstDay(FloatingRateNote note) {
        TreeSet<LocalDate> days = new TreeSet<>(issueDates);
        days.add(note.datedDate());
        LocalDate payment = note.firstInterestDate();
        while (!payment.isAfter(note.maturityDate())) {
            days.add(payment);
            payment = stepBack(note.maturityDate(), payment, -3);
        }
        TreeMap<LocalDate, RegisterEvent.BillRatePublished> rates = new TreeMap<>();
        for (RegisterEvent.BillRatePublished auction : registered.billRates().values()) {
            LocalDate first = auction.auctionDate().plusDays(1);
            for (LocalDate day : days) {
                if (!first.isBefore(twoBusinessDaysBefore(day)) && !first.isAfter(day)) {
                    first = day.plusDays(1);
                }
            }
            rates.put(first, auction); // Auctions come in the order of their dates: the later one counts.
        }
        return rates;
    }

    private LocalDate twoBusinessDaysBefore(LocalDate date) {
        LocalDate day = date;
        for (int left = 2; left > 0; ) {
            day = day.minusDays(1);
            left -= registered.isBusinessDay(day) ? 1 : 0;
        }
        return day;
    }

    /** In percent, nine decimals: D / (1 - D · days / 360). */
    private static BigDecimal index(RegisterEvent.BillRatePublished auction) {
        BigDecimal percent = BigDecimal.valueOf(auction.discountRatePercentNanos(), 9);
        // Multiplied through by 36,000: D% / (1 - D%·days/36000).
        BigDecimal divisor =
                BigDecimal.valueOf(36_000).subtract(percent.multiply(BigDecimal.valueOf(auction.billDays())));
        return percent.multiply(BigDecimal.valueOf(36_000)).divide(divisor, 9, RoundingMode.HALF_UP);
    }

    private Optional<BigDecimal> referenceCpi(LocalDate date) {
        BigDecimal start = consumerPrices(YearMonth.from(date).minusMonths(3));
        if (start == null || date.getDayOfMonth() == 1) {
            return Optional.ofNullable(start);
        }
        BigDecimal end = consumerPrices(YearMonth.from(date).minusMonths(2));
        if (end == null) {
            return Optional.empty();
        }
        // Kept over the month's days until the one division, so that truncation sees the exact value.
        BigDecimal days = BigDecimal.valueOf(date.lengthOfMonth());
        BigDecimal grown =
                start.multiply(days).add(end.subtract(start).multiply(BigDecimal.valueOf(date.getDayOfMonth() - 1L)));
        return Optional.of(truncatedThenRounded(grown, days));
    }

    private @Nullable BigDecimal consumerPrices(YearMonth month) {
        Map<YearMonth, Long> published = registered.consumerPrices();
        Long thousandths = published.get(month);
        return thousandths == null ? null : BigDecimal.valueOf(thousandths, 3);
    }

    private static BigDecimal indexRatio(BigDecimal refCpi, long refCpiOnDatedDateE5) {
        return truncatedThenRounded(refCpi, BigDecimal.valueOf(refCpiOnDatedDateE5, 5));
    }

    private static BigDecimal truncatedThenRounded(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, 6, RoundingMode.DOWN).setScale(5, RoundingMode.HALF_UP);
    }
}
