package org.tallystick.wire.signature;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** By BouncyCastle, which checks the equation multiplied by 8; hence R's group is checked too. */
final class BouncyCastleVerification implements Verification {

    @Override
    public boolean holds(Signature signature, byte[] signedBytes) {
        byte[] bytes = signature.bytes();
        return Ed25519.verify(bytes, 0, signature.key().bytes(), 0, signedBytes, 0, signedBytes.length)
                && Ed25519Form.isInGroup(bytes);
    }
}
