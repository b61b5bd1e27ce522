package org.tallystick.wire.signature;

import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.tallystick.ledger.party.PublicKey;

/**
 * By a provider of the Java platform's security interface: its own, or one that is loaded but not installed. Keys are the
 * provider's own objects where it makes any: one of another provider it would translate again for every signature.
 */
final class PlatformVerification implements Verification {

    /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410). */
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Provider provider;
    private final KeyFactory keyFactory;
    private final ByKey<java.security.PublicKey> keys = new ByKey<>();

    /**
     * @throws NoSuchAlgorithmException if the provider has no Ed25519
     */
    PlatformVerification(Provider provider) throws NoSuchAlgorithmException {
        this.provider = provider;
        java.security.Signature.getInstance("Ed25519", provider);
        boolean makesKeys = provider.getService("KeyFactory", "Ed25519") != null;
        keyFactory = makesKeys ? KeyFactory.getInstance("Ed25519", provider) : KeyFactory.getInstance("Ed25519");
    }

    @Override
    public boolean holds(Signature signature, byte[] signedBytes) {
        try {
            java.security.Signature verification = java.security.Signature.getInstance("Ed25519", provider);
            verification.initVerify(keys.of(signature.key(), this::platformKey));
            verification.update(signedBytes);
            return verification.verify(signature.bytes());
        } catch (SignatureException | InvalidKeyException | InvalidKeySpecException refused) {
            // Providers say "no" to an R that is no point by an exception too; the key's own form was checked before.
            return false;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the provider had Ed25519 when it was chosen", missing);
        }
    }

    private java.security.PublicKey platformKey(PublicKey key) throws InvalidKeySpecException {
        byte[] encoded = Arrays.copyOf(X509_HEAD, X509_HEAD.length + PublicKey.LENGTH);
        System.arraycopy(key.bytes(), 0, encoded, X509_HEAD.length, PublicKey.LENGTH);
        return keyFactory.generatePublic(new X509EncodedKeySpec(encoded));
    }
}
