package org.tallystick.wire.signature;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The curve of Ed25519 by the book (RFC 8032, 5.1), slow and plain, to craft signatures that no honest signer makes. */
final class Curve {

    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final BigInteger D = BigInteger.valueOf(-121_665)
            .multiply(inverse(BigInteger.valueOf(121_666)))
            .mod(P);
    private static final BigInteger ROOT_OF_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    private static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);

    /** y = 4/5, x even. */
    static final Point BASE = evenPointAt(
            BigInteger.valueOf(4).multiply(inverse(BigInteger.valueOf(5))).mod(P));

    private Curve() {}

    /** A point in affine coordinates. */
    record Point(BigInteger x, BigInteger y) {

        Point plus(Point other) {
            BigInteger xs = x.multiply(other.y).add(other.x.multiply(y));
            BigInteger ys = y.multiply(other.y).add(x.multiply(other.x));
            BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y);
            return new Point(
                    xs.multiply(inverse(BigInteger.ONE.add(product))).mod(P),
                    ys.multiply(inverse(BigInteger.ONE.subtract(product))).mod(P));
        }

        Point times(BigInteger factor) {
            Point result = NEUTRAL;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                result = result.plus(result);
                if (factor.testBit(bit)) {
                    result = result.plus(this);
                }
            }
            return result;
        }

        byte[] encoded() {
            byte[] bytes = encode(y);
            if (x.testBit(0)) {
                bytes[31] |= (byte) 0x80;
            }
            return bytes;
        }
    }

    /** A point T of order 8: L times the first point outside the group whose order has that factor. */
    static Point torsion() {
        for (int y = 2; ; y++) {
            BigInteger candidate = BigInteger.valueOf(y);
            if (isOnCurve(candidate)) {
                Point torsion = evenPointAt(candidate).times(L);
                if (!torsion.times(BigInteger.valueOf(4)).equals(NEUTRAL)) {
                    return torsion;
                }
            }
        }
    }

    /** h = SHA-512(R, A, M) modulo L. */
    static BigInteger challenge(byte[] r, byte[] key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(r);
            digest.update(key);
            return scalar(digest.digest(message)).mod(L);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-512", missing);
        }
    }

    /** 32 bytes, little-endian. */
    static byte[] encode(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    static BigInteger scalar(byte[] littleEndian) {
        byte[] bigEndian = new byte[littleEndian.length];
        for (int i = 0; i < littleEndian.length; i++) {
            bigEndian[i] = littleEndian[littleEndian.length - 1 - i];
        }
        return new BigInteger(1, bigEndian);
    }

    private static Point evenPointAt(BigInteger y) {
        BigInteger square = xSquared(y);
        BigInteger x = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!x.multiply(x).subtract(square).mod(P).equals(BigInteger.ZERO)) {
            x = x.multiply(ROOT_OF_MINUS_ONE).mod(P);
        }
        return new Point(x.testBit(0) ? P.subtract(x) : x, y);
    }

    private static boolean isOnCurve(BigInteger y) {
        return xSquared(y).modPow(P.shiftRight(1), P).equals(BigInteger.ONE);
    }

    private static BigInteger xSquared(BigInteger y) {
        BigInteger ySquared = y.multiply(y);
        return ySquared.subtract(BigInteger.ONE)
                .multiply(inverse(D.multiply(ySquared).add(BigInteger.ONE)))
                .mod(P);
    }

    private static BigInteger inverse(BigInteger number) {
        return number.modInverse(P);
    }
}
