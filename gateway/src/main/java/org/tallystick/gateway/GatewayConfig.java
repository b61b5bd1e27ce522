package org.tallystick.gateway;

import org.jspecify.annotations.Nullable;

/**
 * How a gateway is to run.
 *
 * @param host name or address of the interface to listen on
 * @param port 0 for any that is free
 * @param tls what TLS is spoken with; null for none
 * @param openMetrics whether {@code /metrics} is told to everybody; else only to this machine
 * @param demo whether the ledger is shown with made-up parties, whose keys everybody can have
 */
public record GatewayConfig(
        String host, int port, @Nullable TlsFiles tls, boolean openMetrics, boolean demo, Limits limits) {

    /** The port unless another is chosen. */
    public static final int PORT = 8080;

    public GatewayConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    /** For this machine only, without TLS. */
    public static GatewayConfig local(int port) {
        return new GatewayConfig("localhost", port, null, false, false, Limits.usual());
    }

    public GatewayConfig on(String host) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits);
    }

    public GatewayConfig with(TlsFiles tls) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits);
    }

    public GatewayConfig with(Limits limits) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits);
    }

    /** As it is, its metrics for everybody. */
    public GatewayConfig withOpenMetrics() {
        return new GatewayConfig(host, port, tls, true, demo, limits);
    }

    /** As it is, for demonstrations. */
    public GatewayConfig forDemonstration() {
        return new GatewayConfig(host, port, tls, openMetrics, true, limits);
    }
}
