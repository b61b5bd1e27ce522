package org.tallystick.wire.signature;

import java.util.HexFormat;
import org.tallystick.ledger.party.PublicKey;

/** Public keys as text: 64 hexadecimal digits, as {@link PublicKey#toString()} writes them. */
public final class PublicKeys {

    private PublicKeys() {}

    /**
     * The key that a text says.
     *
     * @throws BadKey unless it is 64 hexadecimal digits, white space around them aside, of a key that can verify
     */
    public static PublicKey parse(String text) {
        String digits = text.strip();
        if (digits.length() != 2 * PublicKey.LENGTH) {
            throw new BadKey("a public key is " + 2 * PublicKey.LENGTH + " hexadecimal digits, not " + digits.length());
        }
        try {
            PublicKey key = new PublicKey(HexFormat.of().parseHex(digits));
            if (!Ed25519Form.isUsableKey(key.bytes())) {
                throw new BadKey("these digits are no Ed25519 public key");
            }
            return key;
        } catch (IllegalArgumentException notHexadecimal) {
            throw new BadKey("a public key is written in hexadecimal digits: 0 to 9 and a to f");
        }
    }
}
