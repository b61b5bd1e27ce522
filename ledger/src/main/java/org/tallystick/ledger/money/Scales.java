package org.tallystick.ledger.money;

import java.math.BigInteger;

/** Conversion between minor units of different scales. */
public final class Scales {

    private Scales() {}

    /** Minor units of the second scale in one minor unit of the first: from cents (2) to dollars (0) it is 1/100. */
    public static Rational factor(int fromScale, int toScale) {
        return new Rational(BigInteger.TEN.pow(toScale), BigInteger.TEN.pow(fromScale));
    }
}
