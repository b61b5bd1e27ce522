package org.tallystick.wire.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.tallystick.ledger.party.PublicKey;

/**
 * An Ed25519 private key. As text it is a PKCS#8 PEM, the form that OpenSSL writes ({@code openssl genpkey -algorithm
 * ed25519}); whoever stores that text must keep it from others' eyes.
 */
public final class SigningKey {

    public static final int SEED_LENGTH = Ed25519.SECRET_KEY_SIZE;

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** What stands before the 32 bytes of the seed in the PKCS#8 form (RFC 8410, 7). */
    private static final byte[] PKCS8_HEAD = {
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20
    };

    private final byte[] seed;
    private final byte[] publicBytes;
    private final PublicKey publicKey;

    private SigningKey(byte[] seed) {
        this.seed = seed;
        this.publicBytes = new byte[PublicKey.LENGTH];
        Ed25519.generatePublicKey(seed, 0, publicBytes, 0);
        this.publicKey = new PublicKey(publicBytes);
    }

    /** A new key. */
    public static SigningKey generate(SecureRandom random) {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(seed);
    }

    /**
     * The key of a seed.
     *
     * @throws IllegalArgumentException unless there are {@value #SEED_LENGTH} bytes
     */
    public static SigningKey fromSeed(byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("an Ed25519 seed has " + SEED_LENGTH + " bytes, not " + seed.length);
        }
        return new SigningKey(seed.clone());
    }

    /**
     * The key that a PKCS#8 PEM holds.
     *
     * @throws BadKey if it holds none, or one of another kind
     */
    public static SigningKey fromPem(String pem) {
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new BadKey("a private key file begins with " + BEGIN + " and ends with " + END);
        }
        try {
            byte[] encoded =
                    Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            AsymmetricKeyParameter key = PrivateKeyFactory.createKey(encoded);
            if (key instanceof Ed25519PrivateKeyParameters ed25519) {
                return new SigningKey(ed25519.getEncoded());
            }
        } catch (IOException | RuntimeException unreadable) {
            throw new BadKey("what stands between " + BEGIN + " and " + END + " is no private key");
        }
        throw new BadKey("the private key is not an Ed25519 key");
    }

    /** This key as a PKCS#8 PEM, ending in a line feed. */
    public String toPem() {
        byte[] encoded = new byte[PKCS8_HEAD.length + SEED_LENGTH];
        System.arraycopy(PKCS8_HEAD, 0, encoded, 0, PKCS8_HEAD.length);
        System.arraycopy(seed, 0, encoded, PKCS8_HEAD.length, SEED_LENGTH);
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return BEGIN + "\n" + body + "\n" + END + "\n";
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** Signs these bytes as they stand: for a payload, those of {@link SignedBytes}. */
    public Signature sign(byte[] signedBytes) {
        byte[] signature = new byte[Signature.LENGTH];
        Ed25519.sign(seed, 0, publicBytes, 0, signedBytes, 0, signedBytes.length, signature, 0);
        return new Signature(publicKey, signature);
    }

    /** The public key; never the private one. */
    @Override
    public String toString() {
        return "SigningKey[" + publicKey + "]";
    }
}
