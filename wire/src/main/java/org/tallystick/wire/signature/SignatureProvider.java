package org.tallystick.wire.signature;

/** Who computes verifications, the fastest first. */
public enum SignatureProvider {
    /** Amazon Corretto Crypto Provider: native code, for Linux on x86-64. */
    CORRETTO("Amazon Corretto Crypto Provider"),
    /** BouncyCastle: Java. */
    BOUNCY_CASTLE("BouncyCastle"),
    /** The Java platform's own. */
    JDK("JDK");

    private final String title;

    SignatureProvider(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }
}
