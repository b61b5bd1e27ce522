package org.tallystick.wire.signature;

import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Which keys and signatures have the one form in which all libraries agree on them.
 *
 * <p>Libraries follow RFC 8032 to different letters: some check the equation 8SB = 8R + 8hA and some SB = R + hA, some
 * take a coordinate not reduced modulo p, or a point of small order. On honest signatures they agree; on crafted ones an
 * authority with one library would accept what its neighbour with another refuses. (Chalkias, Garillot, Nikolaenko,
 * "Taming the many EdDSAs", 2020.) Whatever could make a difference is refused here, before any library is asked:
 *
 * <ul>
 *   <li>S must be less than L, the order of the group;
 *   <li>R must be encoded with y less than p, and must not be the neutral element;
 *   <li>A must be encoded canonically and lie in the group of order L, the neutral element excepted.
 * </ul>
 *
 * With A in that group, SB - hA is too, so the equation without the factor 8 holds for no R outside it.
 */
final class Ed25519Form {

    private static final int HALF = 32;

    /** L = 2^252 + 27742317777372353535851937790883648493, little-endian (RFC 8032, 5.1). */
    private static final byte[] L =
            HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    /** p = 2^255 - 19, little-endian. */
    private static final byte[] P =
            HexFormat.of().parseHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    /** y = 1: the neutral element. */
    private static final byte[] ONE =
            HexFormat.of().parseHex("0100000000000000000000000000000000000000000000000000000000000000");

    private Ed25519Form() {}

    /** Whether R and S are of the form; R may still be no point at all, which every library refuses. */
    static boolean isCanonical(byte[] signature) {
        byte[] y = Arrays.copyOf(signature, HALF);
        y[HALF - 1] &= 0x7f;
        byte[] s = Arrays.copyOfRange(signature, HALF, 2 * HALF);
        return less(s, L) && less(y, P) && !Arrays.equals(y, ONE);
    }

    /** Whether a key of 32 bytes is of the form. Costs about as much as a verification: the answer is worth keeping. */
    static boolean isUsableKey(byte[] key) {
        return Ed25519.validatePublicKeyFull(key, 0);
    }

    /** Whether R lies in the group of order L: asked only after a library that checks the equation with the factor 8. */
    static boolean isInGroup(byte[] signature) {
        return Ed25519.validatePublicKeyFull(signature, 0);
    }

    private static boolean less(byte[] a, byte[] b) {
        for (int i = HALF - 1; i >= 0; i--) {
            if (a[i] != b[i]) {
                return Byte.toUnsignedInt(a[i]) < Byte.toUnsignedInt(b[i]);
            }
        }
        return false;
    }
}
