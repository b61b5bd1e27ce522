package org.tallystick.ledger.money;

import java.math.BigInteger;

/**
 * An exact fraction, always in lowest terms with a positive denominator, so that equal values are equal records.
 *
 * <p>For the mathematics of securities, where a yield is raised to the sixtieth power and must not be rounded before the
 * end. It allocates: sums and products of plain amounts go through {@link MulDiv}.
 *
 * @param numerator any integer
 * @param denominator any integer but zero; kept positive
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    /** @throws ArithmeticException if the denominator is zero */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /** The whole number {@code value}. */
    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /**
     * {@code numerator / denominator}.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A decimal kept as an integer: {@code unscaled / 10^decimals}, so {@code ofScaled(99_057_893, 6)} is 99.057893. */
    public static Rational ofScaled(long unscaled, int decimals) {
        return new Rational(BigInteger.valueOf(unscaled), BigInteger.TEN.pow(decimals));
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(long factor) {
        return new Rational(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    /** @throws ArithmeticException if {@code divisor} is zero */
    public Rational dividedBy(Rational divisor) {
        return new Rational(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** @throws ArithmeticException if {@code divisor} is zero */
    public Rational dividedBy(long divisor) {
        return new Rational(numerator, denominator.multiply(BigInteger.valueOf(divisor)));
    }

    /**
     * This number to a whole power.
     *
     * @param exponent zero or more
     */
    public Rational pow(int exponent) {
        return new Rational(numerator.pow(exponent), denominator.pow(exponent));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /**
     * The nearest decimal of the given number of places, as an integer: {@code of(2, 3).round(6, HALF_UP)} is 666,667.
     *
     * @param decimals zero or more
     * @throws ArithmeticException if the result does not fit a long
     */
    public long round(int decimals, Rounding rounding) {
        BigInteger[] parts = numerator.multiply(BigInteger.TEN.pow(decimals)).divideAndRemainder(denominator);
        BigInteger quotient = parts[0];
        BigInteger remainder = parts[1].abs();
        boolean awayFromZero = switch (rounding) {
            case DOWN -> false;
            case UP -> remainder.signum() != 0;
            case HALF_UP -> remainder.shiftLeft(1).compareTo(denominator) >= 0;
        };
        if (awayFromZero) {
            quotient = quotient.add(BigInteger.valueOf(numerator.signum()));
        }
        return quotient.longValueExact();
    }

    /** This number rounded half up to the given number of decimals, as a number again: a formula's intermediate rounding. */
    public Rational rounded(int decimals) {
        return ofScaled(round(decimals, Rounding.HALF_UP), decimals);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
