package org.tallystick.wire.signature;

/** The equation SB = R + hA, for keys and signatures of the form that {@link Ed25519Form} describes. */
interface Verification {

    /** Whether it holds. Called by any thread. */
    boolean holds(Signature signature, byte[] signedBytes);
}
