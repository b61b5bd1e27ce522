package org.tallystick.gateway.session;

import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.SigningKey;

/**
 * A made-up party of a demonstration, as whom everybody may sign in.
 *
 * @param partyCode the party's code on the ledger
 * @param words what it is, in a few words
 * @param privateKeyPem its key, as PKCS#8 PEM; no secret, as it is told to everybody
 */
public record DemoIdentity(String partyCode, String words, String privateKeyPem) {

    /**
     * @throws org.tallystick.wire.signature.BadKey if the PEM holds no Ed25519 key
     */
    public PublicKey publicKey() {
        return SigningKey.fromPem(privateKeyPem).publicKey();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "DemoIdentity[" + partyCode + ", " + words + "]";
    }
}
