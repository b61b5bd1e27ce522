package org.tallystick.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RootTest {
    @Test
    void aRootWithFewDecimalsIsExact() {
        assertThat(Root.floor(Rational.of(9, 4), 2, 30)).isEqualTo(Rational.of(3, 2));
        assertThat(Root.floor(Rational.of(103, 100).pow(6), 6, 40)).isEqualTo(Rational.of(103, 100));
        assertThat(Root.floor(Rational.ZERO, 12, 5)).isEqualTo(Rational.ZERO);
        assertThat(Root.floor(Rational.of(7), 1, 0)).isEqualTo(Rational.of(7));
    }

    @Test
    void anyOtherIsCutOffBelow() {
        // the square root of 2 is 1.41421356237...
        assertThat(Root.floor(Rational.of(2), 2, 6)).isEqualTo(Rational.ofScaled(1_414_213, 6));
    }

    @Test
    void noNextDecimalFitsBeneathTheRoot() {
        for (int degree : new int[] {2, 6, 12}) {
            for (int n = 1; n < 200; n++) {
                Rational value = Rational.of(n, 7);
                Rational root = Root.floor(value, degree, 8);
                assertThat(root.pow(degree)).isLessThanOrEqualTo(value);
                assertThat(root.plus(Rational.ofScaled(1, 8)).pow(degree)).isGreaterThan(value);
            }
        }
        assertThatThrownBy(() -> Root.floor(Rational.of(-1), 2, 6)).isInstanceOf(ArithmeticException.class);
    }
}
