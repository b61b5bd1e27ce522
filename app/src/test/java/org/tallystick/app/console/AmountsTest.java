package org.tallystick.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void centsAreWrittenAsDollarsWithCommas() {
        assertThat(Amounts.format(123_456_789, 2)).isEqualTo("1,234,567.89");
        assertThat(Amounts.format(5, 2)).isEqualTo("0.05");
        assertThat(Amounts.format(-100, 2)).isEqualTo("-1.00");
    }

    @Test
    void anAssetWithoutDecimalPlacesHasNoPoint() {
        assertThat(Amounts.format(1_000, 0)).isEqualTo("1,000");
    }

    @Test
    void theLargestAmountIsWrittenToTheLastDigit() {
        assertThat(Amounts.format(Long.MAX_VALUE, 9)).isEqualTo("9,223,372,036.854775807");
    }
}
