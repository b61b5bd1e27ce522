package org.tallystick.gateway;

import io.helidon.common.configurable.Resource;
import io.helidon.common.pki.Keys;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import io.helidon.common.tls.TlsConfig;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What TLS is spoken with. All are PEM.
 *
 * @param certificate the gateway's certificate, and after it those that lead to one the clients know
 * @param key its private key, PKCS#8
 * @param clientAuthority certificates of those who certify clients; with it only clients with such a certificate are let
 *     in; null for any client
 */
public record TlsFiles(Path certificate, Path key, @Nullable Path clientAuthority) {

    private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /**
     * Reads the files.
     *
     * @throws UnusableTls when one of them cannot be read, or is not what it should be
     */
    Tls read() {
        try {
            Keys own = Keys.builder()
                    .pem(pem -> pem.key(Resource.create(key)).certChain(Resource.create(certificate)))
                    .build();
            TlsConfig.Builder tls =
                    TlsConfig.builder().privateKey(own).privateKeyCertChain(own).enabledProtocols(PROTOCOLS);
            if (clientAuthority != null) {
                Path authority = clientAuthority;
                tls.trust(Keys.builder()
                        .pem(pem -> pem.certificates(Resource.create(authority)))
                        .build());
                tls.clientAuth(TlsClientAuth.REQUIRED);
            }
            return tls.build();
        } catch (RuntimeException unreadable) {
            throw new UnusableTls(this, unreadable);
        }
    }
}
