package org.tallystick.ledger.treasury;

import org.tallystick.ledger.money.MulDiv;
import org.tallystick.ledger.money.Rounding;

/**
 * The price of a TIPS in dollars of the settlement date, per 100 of original par in millionths: the rounded real price and
 * accrued interest, each times the index ratio and rounded again (31 CFR 356 Appendix B, section III).
 *
 * @param adjustedPriceMicros without accrued interest
 * @param adjustedAccruedMicros accrued interest
 */
public record TipsPrice(long adjustedPriceMicros, long adjustedAccruedMicros) {
    private static final long ONE_E5 = 100_000;

    /** @param indexRatioE5 of the settlement date, in hundred-thousandths */
    public static TipsPrice of(CouponPrice real, long indexRatioE5) {
        return new TipsPrice(
                MulDiv.mulDiv(real.cleanMicros(), indexRatioE5, ONE_E5, Rounding.HALF_UP),
                MulDiv.mulDiv(real.accruedMicros(), indexRatioE5, ONE_E5, Rounding.HALF_UP));
    }

    /** What a buyer pays. */
    public long settlementAmountMicros() {
        return adjustedPriceMicros + adjustedAccruedMicros;
    }
}
