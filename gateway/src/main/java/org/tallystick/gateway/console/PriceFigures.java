package org.tallystick.gateway.console;

import java.time.LocalDate;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.treasury.AccruedInterest;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.BillPricing;
import org.tallystick.ledger.treasury.CouponPrice;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PriceView;

/** What a published price means, settled on its date: rates of bills, yields and accrued interest of coupons. */
public final class PriceFigures {

    private static final int DECIMALS = 4;
    private static final long YIELD_STEP_NANOS = 100_000;
    private static final long LEAST_YIELD_STEPS = -500_000;
    private static final long MOST_YIELD_STEPS = 1_000_000;

    private PriceFigures() {}

    /**
     * A figure.
     *
     * @param name what it is
     * @param value in its unit
     * @param meaning how it is counted
     */
    public record Figure(String name, String value, String meaning) {}

    /** The figures of a price; none for money, for what has no yield of its own, and from maturity on. */
    public static List<Figure> of(InstrumentView instrument, PriceView price) {
        return switch (instrument.terms()) {
            case AssetTerms.Cash cash -> List.of();
            case AssetTerms.Treasury treasury -> of(treasury.security(), price.priceMicros(), price.date());
        };
    }

    private static List<Figure> of(Security security, long priceMicros, LocalDate settlement) {
        if (!settlement.isBefore(security.maturityDate())) {
            return List.of();
        }
        return switch (security) {
            case Bill bill -> bill(bill, priceMicros, settlement);
            case FixedCoupon fixed ->
                settlement.isBefore(fixed.datedDate())
                        ? List.of()
                        : List.of(
                                yieldOf(
                                        "Yield to maturity",
                                        nanos -> CouponPrice.atYield(fixed, nanos, settlement),
                                        priceMicros),
                                accrued(AccruedInterest.per1000E5(fixed, settlement)));
            case Tips tips ->
                settlement.isBefore(tips.datedDate())
                        ? List.of()
                        : List.of(
                                yieldOf(
                                        "Real yield to maturity",
                                        nanos -> CouponPrice.atYield(tips, nanos, settlement),
                                        priceMicros),
                                accrued(AccruedInterest.per1000E5(tips, settlement)));
            case FloatingRateNote floating -> List.of();
            case InterestStrip strip -> List.of();
            case PrincipalStrip strip -> List.of();
        };
    }

    private static List<Figure> bill(Bill bill, long priceMicros, LocalDate settlement) {
        if (priceMicros > 100_000_000) {
            return List.of();
        }
        long days = bill.maturityDate().toEpochDay() - settlement.toEpochDay();
        long discount = BillPricing.discountRatePercent(priceMicros, days, 3);
        long investment = BillPricing.investmentRatePercent(priceMicros, settlement, bill.maturityDate(), 3);
        return List.of(
                new Figure("Discount rate", Figures.amount(discount, 3) + " %", "a year of 360 days"),
                new Figure("Investment rate", Figures.amount(investment, 3) + " %", "its yield as an investment"),
                new Figure("Days to maturity", Figures.count(days), "from " + Moments.date(settlement)));
    }

    /** The price of a coupon security at a yield in billionths of a percent. */
    private interface AtYield {

        CouponPrice price(long yieldPercentNanos);
    }

    /** The yield whose price is nearest, to four decimals: prices fall as yields rise. */
    private static Figure yieldOf(String name, AtYield security, long priceMicros) {
        long low = LEAST_YIELD_STEPS;
        long high = MOST_YIELD_STEPS;
        while (high - low > 1) {
            long middle = Math.floorDiv(low + high, 2);
            if (security.price(middle * YIELD_STEP_NANOS).cleanMicros() >= priceMicros) {
                low = middle;
            } else {
                high = middle;
            }
        }
        long above = security.price(low * YIELD_STEP_NANOS).cleanMicros() - priceMicros;
        long below = priceMicros - security.price(high * YIELD_STEP_NANOS).cleanMicros();
        long nearest = above <= below ? low : high;
        return new Figure(name, Figures.amount(nearest, DECIMALS) + " %", "half-yearly compounding, 31 CFR 356 App. B");
    }

    private static Figure accrued(long per1000E5) {
        return new Figure("Accrued interest", Figures.amount(per1000E5, 5), "per 1,000 of par");
    }
}
