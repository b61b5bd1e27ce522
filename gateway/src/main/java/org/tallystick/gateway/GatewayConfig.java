package org.tallystick.gateway;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tallystick.gateway.session.DemoIdentity;
import org.tallystick.gateway.session.SessionLimits;
import org.tallystick.ledger.party.PublicKey;

/**
 * How a gateway is to run.
 *
 * @param host name or address of the interface to listen on
 * @param port 0 for any that is free
 * @param tls what TLS is spoken with; null for none
 * @param openMetrics whether {@code /metrics} is told to everybody; else only to this machine
 * @param demo whether the ledger is shown with made-up parties, whose keys everybody can have
 * @param sessions how long sessions live, and how many there may be
 * @param identities as whom one may sign in to look at a demonstration
 * @param demonstrationKeys keys that everybody can have: refused unless this is a demonstration
 */
public record GatewayConfig(
        String host,
        int port,
        @Nullable TlsFiles tls,
        boolean openMetrics,
        boolean demo,
        Limits limits,
        SessionLimits sessions,
        List<DemoIdentity> identities,
        Set<PublicKey> demonstrationKeys) {

    /** The port unless another is chosen. */
    public static final int PORT = 8080;

    public GatewayConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
    }

    /** For this machine only, without TLS. */
    public static GatewayConfig local(int port) {
        return new GatewayConfig(
                "localhost", port, null, false, false, Limits.usual(), SessionLimits.usual(), List.of(), Set.of());
    }

    public GatewayConfig on(String host) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits, sessions, identities, demonstrationKeys);
    }

    public GatewayConfig with(TlsFiles tls) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits, sessions, identities, demonstrationKeys);
    }

    public GatewayConfig with(Limits limits) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits, sessions, identities, demonstrationKeys);
    }

    /** As it is, its metrics for everybody. */
    public GatewayConfig withOpenMetrics() {
        return new GatewayConfig(host, port, tls, true, demo, limits, sessions, identities, demonstrationKeys);
    }

    public GatewayConfig with(SessionLimits sessions) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits, sessions, identities, demonstrationKeys);
    }

    /** As it is, for a demonstration in which one may sign in as these. */
    public GatewayConfig forDemonstration(List<DemoIdentity> identities) {
        return new GatewayConfig(
                host, port, tls, openMetrics, true, limits, sessions, List.copyOf(identities), demonstrationKeys);
    }

    /** As it is; these keys, which everybody can have, count in demonstrations only. */
    public GatewayConfig knowingDemonstrationKeys(Set<PublicKey> keys) {
        return new GatewayConfig(host, port, tls, openMetrics, demo, limits, sessions, identities, Set.copyOf(keys));
    }

    /** Whether a key is one that everybody can have, and this is no demonstration. */
    public boolean refuses(PublicKey key) {
        return !demo && demonstrationKeys.contains(key);
    }
}
