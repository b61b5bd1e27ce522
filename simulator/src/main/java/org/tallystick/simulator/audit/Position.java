package org.tallystick.simulator.audit;

import java.math.BigInteger;

/** What one account has of one asset, in minor units. */
record Position(BigInteger available, BigInteger held) {

    static final Position NOTHING = new Position(BigInteger.ZERO, BigInteger.ZERO);

    Position plus(long moreAvailable, long moreHeld) {
        return new Position(available.add(BigInteger.valueOf(moreAvailable)), held.add(BigInteger.valueOf(moreHeld)));
    }

    BigInteger total() {
        return available.add(held);
    }
}
