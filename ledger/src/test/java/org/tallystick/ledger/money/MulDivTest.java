package org.tallystick.ledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.ledger.money.MulDiv.mulDiv;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MulDivTest {
    @Test
    void eachRoundingIsTheMirrorOfItselfBelowZero() {
        assertThat(mulDiv(7, 1, 2, Rounding.DOWN)).isEqualTo(3);
        assertThat(mulDiv(-7, 1, 2, Rounding.DOWN)).isEqualTo(-3);
        assertThat(mulDiv(7, 1, 3, Rounding.UP)).isEqualTo(3);
        assertThat(mulDiv(7, -1, 3, Rounding.UP)).isEqualTo(-3);
        assertThat(mulDiv(7, 1, 2, Rounding.HALF_UP)).isEqualTo(4);
        assertThat(mulDiv(7, 1, -2, Rounding.HALF_UP)).isEqualTo(-4);
        assertThat(mulDiv(7, 1, 3, Rounding.HALF_UP)).isEqualTo(2);
    }

    @Test
    void aProductBeyond64BitsIsExactAsLongAsTheQuotientFits() {
        // $92,233,720,368,547,758.07 in cents at a price of 99.057893 in micros per 100: exact by hand in BigInteger
        // below.
        assertThat(mulDiv(Long.MAX_VALUE, 99_057_893, 100_000_000, Rounding.HALF_UP))
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE)
                        .multiply(BigInteger.valueOf(99_057_893))
                        .add(BigInteger.valueOf(50_000_000))
                        .divide(BigInteger.valueOf(100_000_000))
                        .longValueExact());
        assertThat(mulDiv(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Rounding.UP))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(mulDiv(Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, Rounding.UP))
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void whatDoesNotFitIsAnErrorAndNeverWrapsAround() {
        assertThatThrownBy(() -> mulDiv(Long.MAX_VALUE, 2, 1, Rounding.DOWN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> mulDiv(Long.MIN_VALUE, 1, -1, Rounding.DOWN)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> mulDiv(1, 1, 0, Rounding.DOWN))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("division by zero");
    }

    @Test
    void agreesWithBigIntegerOnAHundredThousandSeededCasesOfEverySize() {
        SplittableRandom random = new SplittableRandom(20220815);
        for (int i = 0; i < 100_000; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            long c = random.nextLong() >> random.nextInt(64);
            if (c == 0) {
                continue;
            }
            for (Rounding rounding : Rounding.values()) {
                BigInteger exact = slow(a, b, c, rounding);
                if (exact.bitLength() < Long.SIZE) {
                    assertThat(mulDiv(a, b, c, rounding))
                            .as("%d * %d / %d %s", a, b, c, rounding)
                            .isEqualTo(exact.longValueExact());
                } else {
                    assertThatThrownBy(() -> mulDiv(a, b, c, rounding)).isInstanceOf(ArithmeticException.class);
                }
            }
        }
    }

    private static BigInteger slow(long a, long b, long c, Rounding rounding) {
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        BigInteger divisor = BigInteger.valueOf(c);
        BigInteger magnitude = product.abs();
        BigInteger d = divisor.abs();
        BigInteger quotient = switch (rounding) {
            case DOWN -> magnitude.divide(d);
            case UP -> magnitude.add(d).subtract(BigInteger.ONE).divide(d);
            case HALF_UP -> magnitude.shiftLeft(1).add(d).divide(d.shiftLeft(1));
        };
        return product.signum() * divisor.signum() < 0 ? quotient.negate() : quotient;
    }
}
