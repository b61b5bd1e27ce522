package org.tallystick.simulator.signing;

import java.util.List;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.party.PublicKey;

/** Makes entries of the log of what parties want, signed by keys that are known by name. */
public interface Signing {

    /** The key of this name; the same name is always the same key. */
    PublicKey key(String name);

    /** The payload, signed by these keys; the same payload and keys are always the same entry. */
    Entry entry(Payload payload, List<String> keys);

    /** What bytes that nobody has signed become. */
    Entry noise(byte[] bytes);

    /** Real envelopes with Ed25519 signatures, decoded and verified as on any authority. */
    static Signing withEnvelopes() {
        return new EnvelopeSigning();
    }

    /** No cryptography: signatures are taken as verified. */
    static Signing onTrust() {
        return new TrustedSigning();
    }
}
