package org.tallystick.market;

/** A published figure that can be recomputed from the rest of its record. */
public enum Figure {
    PRICE("price per 100"),
    HIGH_PRICE("price at the high rate"),
    AVERAGE_PRICE("price at the average rate"),
    LOW_PRICE("price at the low rate"),
    DISCOUNT_RATE("discount rate"),
    INVESTMENT_RATE("investment rate"),
    ACCRUED_INTEREST("accrued interest"),
    INDEX_RATIO("index ratio"),
    UNADJUSTED_PRICE("unadjusted price"),
    ADJUSTED_PRICE("adjusted price"),
    ADJUSTED_ACCRUED_INTEREST("adjusted accrued interest");

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
