package org.tallystick.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void equalFractionsAreEqualRecordsHoweverWritten() {
        assertThat(Rational.of(2, -4)).isEqualTo(Rational.of(-1, 2)).hasToString("-1/2");
        assertThat(Rational.ofScaled(500, 3)).isEqualTo(Rational.of(1, 2));
        assertThat(Rational.of(0, 7)).isEqualTo(Rational.ZERO);
    }

    @Test
    void arithmeticLosesNothing() {
        Rational third = Rational.of(1, 3);
        assertThat(third.plus(third).plus(third)).isEqualTo(Rational.ONE);
        assertThat(third.minus(Rational.of(1, 2))).isEqualTo(Rational.of(-1, 6));
        assertThat(Rational.of(2, 3).pow(3)).isEqualTo(Rational.of(8, 27));
        assertThat(Rational.of(2, 3).dividedBy(Rational.of(4, 9))).isEqualTo(Rational.of(3, 2));
    }

    @Test
    void roundsOnceToAnIntegerOfTheDecimalsAskedFor() {
        assertThat(Rational.of(2, 3).round(6, Rounding.HALF_UP)).isEqualTo(666_667);
        assertThat(Rational.of(2, 3).round(6, Rounding.DOWN)).isEqualTo(666_666);
        assertThat(Rational.of(-1, 2).round(0, Rounding.HALF_UP)).isEqualTo(-1);
        assertThat(Rational.of(1, 1000).round(2, Rounding.UP)).isEqualTo(1);
        assertThat(Rational.of(5, 4).rounded(1)).isEqualTo(Rational.of(13, 10));
    }

    @Test
    void saysWhenThereIsNoResult() {
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Rational.of(Long.MAX_VALUE).round(1, Rounding.DOWN))
                .isInstanceOf(ArithmeticException.class);
    }
}
