package org.tallystick.app.day.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
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
import org.tallystick.market.Auction;

/**
 * What bidders pay per 100 of par, as the record says; adjusted for inflation where the security is. What the record leaves
 * out is derived from its rate.
 *
 * @param priceMicros in millionths; official prices have up to six decimals
 * @param accruedNanos accrued interest in billionths; that of floating rate notes has nine decimals in the record
 * @param derived whether any of it is not in the record
 */
public record OfficialPrice(long priceMicros, long accruedNanos, boolean derived) {

    private static final int PRICE_DECIMALS = 6;
    private static final int ACCRUED_DECIMALS = 9;

    /** A record tells accrued interest per $1,000; per $100 it is a tenth. */
    private static final int PER_1000_TO_PER_100 = 1;

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /** The price in the record, or null if it has none and none can be derived. */
    static @Nullable OfficialPrice of(Auction record, Security security) {
        return switch (security) {
            case Bill bill -> ofBill(record);
            case FixedCoupon note -> ofCoupon(record, note);
            case Tips tips -> ofTips(record, tips);
            case FloatingRateNote note -> ofFloater(record);
            case InterestStrip strip -> null;
            case PrincipalStrip strip -> null;
        };
    }

    private static @Nullable BigDecimal plainPrice(Auction record) {
        Auction.Figures figures = record.figures();
        return figures.price() != null ? figures.price() : figures.highPrice();
    }

    private static @Nullable OfficialPrice ofBill(Auction record) {
        BigDecimal price = plainPrice(record);
        if (price != null) {
            return new OfficialPrice(micros(price), 0, false);
        }
        Long rate = record.rates().highDiscountRate();
        if (rate == null) {
            return null;
        }
        long days =
                ChronoUnit.DAYS.between(record.dates().issue(), record.dates().maturity());
        return new OfficialPrice(BillPricing.priceMicros(rate, days), 0, true);
    }

    private static @Nullable OfficialPrice ofCoupon(Auction record, FixedCoupon note) {
        BigDecimal price = plainPrice(record);
        BigDecimal accrued = accrued(record);
        Long yield = record.rates().highYield();
        if (price == null && yield == null) {
            return null;
        }
        long accruedNanos = accrued != null
                ? nanos(accrued)
                : nanosPer100(AccruedInterest.per1000E5(note, record.dates().issue()));
        long priceMicros = price != null || yield == null
                ? micros(price == null ? ZERO : price)
                : CouponPrice.atYield(note, yield, record.dates().issue()).cleanMicros();
        return new OfficialPrice(priceMicros, accruedNanos, price == null || accrued == null && accruedNanos != 0);
    }

    private static @Nullable BigDecimal accrued(Auction record) {
        BigDecimal per1000 = record.figures().accruedPer1000();
        return per1000 != null
                ? per1000.movePointLeft(PER_1000_TO_PER_100)
                : record.figures().accruedPer100();
    }

    private static @Nullable OfficialPrice ofTips(Auction record, Tips tips) {
        Auction.Figures figures = record.figures();
        BigDecimal ratio = figures.indexRatio();
        BigDecimal price = adjusted(figures.adjustedPrice(), figures.unadjustedPrice(), ratio, PRICE_DECIMALS);
        if (price == null) {
            return null;
        }
        BigDecimal accrued = adjusted(figures.adjustedAccruedPer1000(), figures.unadjustedAccruedPer1000(), ratio, 5);
        long accruedNanos;
        if (accrued != null) {
            accruedNanos = nanos(accrued.movePointLeft(PER_1000_TO_PER_100));
        } else if (ratio != null) {
            long ratioE5 =
                    ratio.movePointRight(5).setScale(0, RoundingMode.HALF_UP).longValueExact();
            accruedNanos = nanosPer100(
                    AccruedInterest.adjustedPer1000E5(tips, record.dates().issue(), ratioE5));
        } else {
            return null;
        }
        boolean derived =
                figures.adjustedPrice() == null || figures.adjustedAccruedPer1000() == null && accruedNanos != 0;
        return new OfficialPrice(micros(price), accruedNanos, derived);
    }

    private static @Nullable BigDecimal adjusted(
            @Nullable BigDecimal adjusted, @Nullable BigDecimal real, @Nullable BigDecimal ratio, int decimals) {
        if (adjusted != null) {
            return adjusted;
        }
        return real == null || ratio == null ? null : real.multiply(ratio).setScale(decimals, RoundingMode.HALF_UP);
    }

    private static @Nullable OfficialPrice ofFloater(Auction record) {
        BigDecimal price = plainPrice(record);
        BigDecimal accrued = accrued(record);
        return price == null ? null : new OfficialPrice(micros(price), nanos(accrued == null ? ZERO : accrued), false);
    }

    /** Interest per $1,000 in hundred-thousandths is interest per $100 in thousands of billionths. */
    static long nanosPer100(long per1000E5) {
        return per1000E5 * 1_000;
    }

    private static long micros(BigDecimal dollars) {
        return scaled(dollars, PRICE_DECIMALS);
    }

    private static long nanos(BigDecimal dollars) {
        return scaled(dollars, ACCRUED_DECIMALS);
    }

    private static long scaled(BigDecimal dollars, int decimals) {
        return dollars.movePointRight(decimals)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What a par amount costs, to the cent, half up. */
    public long proceedsCents(long parCents) {
        return BigDecimal.valueOf(parCents)
                .multiply(BigDecimal.valueOf(priceMicros, PRICE_DECIMALS)
                        .add(BigDecimal.valueOf(accruedNanos, ACCRUED_DECIMALS)))
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
