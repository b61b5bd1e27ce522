package org.tallystick.app.service;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.console.Failure;
import org.tallystick.gateway.GatewayConfig;
import org.tallystick.gateway.Limits;
import org.tallystick.gateway.TlsFiles;
import picocli.CommandLine.Option;

/** Where and how the gateway listens. */
public final class HttpOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port of the console and the API, 0 for any that is free; by default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; by default ${DEFAULT-VALUE}, which only this machine reaches. Others "
                    + "should reach it over TLS only.")
    private String host = "";

    @Option(names = "--no-http", description = "Neither console nor API: only 'tally submit' on this machine.")
    private boolean without;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description = "Serve over TLS with this certificate chain (PEM).")
    private @Nullable Path tlsCertificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The certificate's private key (PKCS#8 PEM).")
    private @Nullable Path tlsKey;

    @Option(
            names = "--tls-client-ca",
            paramLabel = "FILE",
            description = "Let only those connect who show a certificate that this one vouches for (PEM).")
    private @Nullable Path tlsClientCa;

    @Option(
            names = "--party-rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Requests that each party may make in a second, pages and envelopes of a bulk included, and "
                    + "twice as many at once after a quiet while; by default ${DEFAULT-VALUE}.")
    private int partyRate;

    public boolean wanted() {
        return !without;
    }

    /**
     * How the gateway is to run.
     *
     * @param demonstration whether keys that everybody can have open sessions
     * @param keys those
     */
    GatewayConfig config(boolean demonstration, Demonstration keys) {
        if (partyRate < 1 || partyRate > Limits.MOST_REQUESTS_PER_SECOND) {
            throw Failure.badInput(
                    "PARTY_RATE_OUT_OF_RANGE",
                    "--party-rate is 1 to %,d requests a second, not %,d"
                            .formatted(Limits.MOST_REQUESTS_PER_SECOND, partyRate));
        }
        GatewayConfig config = GatewayConfig.local(port)
                .on(host)
                .with(Limits.usual().withRequestsPerSecond(partyRate))
                .knowingDemonstrationKeys(keys.publicKeys());
        if ((tlsCertificate == null) != (tlsKey == null) || tlsClientCa != null && tlsKey == null) {
            throw Failure.badInput(
                    "TLS_INCOMPLETE", "--tls-certificate and --tls-key go together, and --tls-client-ca with them");
        }
        if (tlsCertificate != null && tlsKey != null) {
            config = config.with(new TlsFiles(tlsCertificate, tlsKey, tlsClientCa));
        }
        return demonstration ? config.forDemonstration(keys.identities()) : config;
    }

    int port() {
        return port;
    }
}
