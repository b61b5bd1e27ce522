package org.tallystick.bench.http;

import java.io.IOException;
import org.tallystick.bench.authority.World;
import org.tallystick.wire.Decoded;
import org.tallystick.wire.Envelopes;

/**
 * The tokens of the two custodians' sessions. Nobody sees the other's accounts, nor the other's receipts.
 */
record Sessions(String alpha, String beta) {

    static Sessions open(Authority authority) throws IOException, InterruptedException {
        return new Sessions(authority.signIn(World.key(World.ALPHA)), authority.signIn(World.key(World.BETA)));
    }

    /** Whether an envelope is alpha's. */
    static boolean isAlphas(byte[] envelope) {
        return Envelopes.decode(envelope) instanceof Decoded.WellFormed signed
                && signed.payload().party() == World.ALPHA;
    }

    /** That of whoever asks for something in an envelope. */
    String of(byte[] envelope) {
        return isAlphas(envelope) ? alpha : beta;
    }
}
