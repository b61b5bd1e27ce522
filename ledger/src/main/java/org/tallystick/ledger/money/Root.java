package org.tallystick.ledger.money;

import java.math.BigInteger;

/** Roots in integers: the largest decimal that is not above the root. Exact whenever the root has so few decimals. */
public final class Root {
    private Root() {}

    /**
     * The largest decimal of {@code decimals} places whose {@code degree}-th power is at most {@code value}.
     *
     * @param value zero or more
     * @param degree 1 or more
     * @throws ArithmeticException if {@code value} is negative
     */
    public static Rational floor(Rational value, int degree, int decimals) {
        if (value.signum() < 0) {
            throw new ArithmeticException("root of the negative number " + value);
        }
        BigInteger scale = BigInteger.TEN.pow(decimals);
        BigInteger scaled = value.numerator().multiply(scale.pow(degree)).divide(value.denominator());
        return new Rational(floor(scaled, degree), scale);
    }

    /** Newton's iteration from above, which falls until it reaches the floor of the root. */
    private static BigInteger floor(BigInteger value, int degree) {
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        BigInteger n = BigInteger.valueOf(degree);
        BigInteger guess = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
        while (true) {
            BigInteger next = guess.multiply(n.subtract(BigInteger.ONE))
                    .add(value.divide(guess.pow(degree - 1)))
                    .divide(n);
            if (next.compareTo(guess) >= 0) {
                return guess;
            }
            guess = next;
        }
    }
}
