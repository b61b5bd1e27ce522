package org.tallystick.gateway;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What TLS is spoken with. All are PEM.
 *
 * @param certificate the gateway's certificate, and after it those that lead to one the clients know
 * @param key its private key, PKCS#8
 * @param clientAuthority certificates of those who certify clients; with it only clients with such a certificate are let
 *     in; null for any client
 */
public record TlsFiles(Path certificate, Path key, @Nullable Path clientAuthority) {}
