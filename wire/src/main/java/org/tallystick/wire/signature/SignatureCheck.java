package org.tallystick.wire.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Optional;

/**
 * Whether signatures verify. The answer is the same whichever {@link SignatureProvider} computes it: see
 * {@link Ed25519Form}. May be used by any number of threads.
 */
public final class SignatureCheck {

    private final Verification verification;
    private final ByKey<Boolean> usableKeys = new ByKey<>();

    private SignatureCheck(Verification verification) {
        this.verification = verification;
    }

    /** By the fastest provider that works on this machine. */
    public static SignatureCheck fastest() {
        for (SignatureProvider provider : SignatureProvider.values()) {
            Optional<SignatureCheck> check = by(provider);
            if (check.isPresent()) {
                return check.get();
            }
        }
        throw new IllegalStateException("no provider of Ed25519 works on this machine");
    }

    /** By a provider of choice; empty if it does not work on this machine. */
    public static Optional<SignatureCheck> by(SignatureProvider provider) {
        return verification(provider).map(SignatureCheck::new);
    }

    private static Optional<Verification> verification(SignatureProvider provider) {
        return switch (provider) {
            case CORRETTO -> corretto();
            case BOUNCY_CASTLE -> Optional.of(new BouncyCastleVerification());
            case JDK -> platform(Security.getProvider("SunEC"));
        };
    }

    private static Optional<Verification> corretto() {
        // Read once, when the provider's class is loaded. Without it the provider makes no keys of Ed25519 itself.
        System.setProperty("com.amazon.corretto.crypto.provider.registerEdKeyFactory", "true");
        try {
            AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
            return corretto.getLoadingError() == null ? platform(corretto) : Optional.empty();
        } catch (LinkageError noNativeCodeForThisMachine) {
            return Optional.empty();
        }
    }

    private static Optional<Verification> platform(Provider provider) {
        try {
            return Optional.of(new PlatformVerification(provider));
        } catch (NoSuchAlgorithmException notByThisProvider) {
            return Optional.empty();
        }
    }

    /** Whether the signature is its key's over these bytes. */
    public boolean verifies(Signature signature, byte[] signedBytes) {
        return Ed25519Form.isCanonical(signature.bytes())
                && usableKeys.of(signature.key(), key -> Ed25519Form.isUsableKey(key.bytes()))
                && verification.holds(signature, signedBytes);
    }
}
