package org.tallystick.ledger.money;

/**
 * The one product of the ledger: {@code a * b / c}, exact through 128 bits and rounded once.
 *
 * <p>Works on magnitudes, so the three roundings treat a negative result as the mirror of the positive one. No object is
 * created unless the result is an error.
 */
public final class MulDiv {
    private static final long LOW_32 = 0xFFFF_FFFFL;

    private MulDiv() {}

    /**
     * {@code a * b / c}, rounded as named.
     *
     * @param a any long
     * @param b any long
     * @param c any long but zero
     * @return the quotient, exact but for the one rounding
     * @throws ArithmeticException if {@code c} is zero or the rounded result does not fit a long
     */
    public static long mulDiv(long a, long b, long c, Rounding rounding) {
        if (c == 0) {
            throw new ArithmeticException("division by zero");
        }
        boolean negative = (a < 0) ^ (b < 0) ^ (c < 0);
        // Math.abs(Long.MIN_VALUE) is 2^63 when read as unsigned, which is how every magnitude is read here.
        long x = Math.abs(a);
        long y = Math.abs(b);
        long divisor = Math.abs(c);
        long high = Math.unsignedMultiplyHigh(x, y);
        long low = x * y;
        if (Long.compareUnsigned(high, divisor) >= 0) {
            throw overflow(a, b, c);
        }
        long quotient = high == 0 ? Long.divideUnsigned(low, divisor) : divide128(high, low, divisor);
        long remainder = low - quotient * divisor;
        if (remainder != 0 && roundsUp(remainder, divisor, rounding)) {
            quotient++;
            if (quotient == 0) {
                throw overflow(a, b, c);
            }
        }
        if (quotient >= 0) {
            return negative ? -quotient : quotient;
        }
        if (negative && quotient == Long.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        throw overflow(a, b, c);
    }

    private static boolean roundsUp(long remainder, long divisor, Rounding rounding) {
        return switch (rounding) {
            case DOWN -> false;
            case UP -> true;
            case HALF_UP -> Long.compareUnsigned(remainder, divisor - remainder) >= 0;
        };
    }

    /**
     * Unsigned 128 by 64 bit division, {@code high < divisor}: schoolbook division with two digits of 32 bits (Knuth, The
     * Art of Computer Programming 2, 4.3.1, algorithm D; as in Hacker's Delight, "divlu").
     */
    private static long divide128(long high, long low, long divisor) {
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long top = shift == 0 ? high : (high << shift) | (low >>> (64 - shift));
        long rest = low << shift;
        long q1 = digit(top, rest >>> 32, d);
        long middle = (top << 32) + (rest >>> 32) - q1 * d;
        long q0 = digit(middle, rest & LOW_32, d);
        return (q1 << 32) + q0;
    }

    /** One 32-bit digit of the quotient of {@code (numerator * 2^32 + next) / d}, for {@code d} with its top bit set. */
    private static long digit(long numerator, long next, long d) {
        long dHigh = d >>> 32;
        long dLow = d & LOW_32;
        long q = Long.divideUnsigned(numerator, dHigh);
        long r = numerator - q * dHigh;
        while (q > LOW_32 || Long.compareUnsigned(q * dLow, (r << 32) | next) > 0) {
            q--;
            r += dHigh;
            if (r > LOW_32) {
                break;
            }
        }
        return q;
    }

    private static ArithmeticException overflow(long a, long b, long c) {
        return new ArithmeticException(a + " * " + b + " / " + c + " does not fit 64 bits");
    }
}
