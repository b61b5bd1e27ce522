package org.tallystick.gateway;

/** TLS was asked for, and cannot be spoken with the files that were named: the gateway does not start. */
public final class UnusableTls extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableTls(TlsFiles files, RuntimeException cause) {
        super(
                "TLS cannot be spoken with the certificate " + files.certificate() + " and the key " + files.key()
                        + (files.clientAuthority() == null ? "" : " for clients of " + files.clientAuthority())
                        + ": " + cause.getMessage(),
                cause);
    }
}
