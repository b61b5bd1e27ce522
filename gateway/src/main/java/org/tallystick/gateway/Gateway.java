package org.tallystick.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import io.helidon.common.mapper.MapperManager;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.tallystick.gateway.api.Admission;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Endpoints;
import org.tallystick.gateway.http.Meters;
import org.tallystick.gateway.http.Problems;
import org.tallystick.gateway.http.RequestGuard;
import org.tallystick.gateway.http.SecurityHeaders;
import org.tallystick.gateway.http.WatchedConnections;
import org.tallystick.gateway.session.RefusedKeys;
import org.tallystick.gateway.session.SessionFilter;
import org.tallystick.gateway.session.Sessions;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;

/** The gateway, running. Every request has a virtual thread of its own. */
public final class Gateway implements AutoCloseable {

    static {
        keepMappers();
    }

    private static final int MOST_FIRST_LINE_BYTES = 4_096;
    private static final int MOST_HEADER_BYTES = 16_384;

    private final WebServer server;
    private final List<Endpoint> endpoints;

    private Gateway(WebServer server, List<Endpoint> endpoints) {
        this.server = server;
        this.endpoints = endpoints;
    }

    /**
     * Starts a gateway; returns when it takes requests.
     *
     * @param log the bytes of entries and receipts
     * @param projection what fills the read model
     * @throws UnusableTls when TLS is asked for and its files are not fit
     */
    public static Gateway start(
            GatewayConfig config, Ordering ordering, ReceiptSource log, ReadModel readModel, Projection projection) {
        Meters meters = new Meters();
        Views views = readModel.views();
        SecurityHeaders safety = new SecurityHeaders(config.tls() != null);
        Sessions sessions = new Sessions(views, config.sessions(), InstantSource.system());
        Ordering guarded = config.demo() || config.demonstrationKeys().isEmpty()
                ? ordering
                : new RefusedKeys(ordering, config::refuses);
        Limits limits = config.limits();
        Admission admission = new Admission(limits.requestsPerSecond(), limits.burst());
        Offer offer = new Offer(config, guarded, log, readModel, projection, sessions, admission, meters);
        WatchedConnections connections = new WatchedConnections(http(), limits.answerTimeout());
        HttpRouting.Builder routing = HttpRouting.builder();
        routing.addFilter(connections.answering());
        routing.addFilter(new RequestGuard(safety, meters, limits.requestsAtOnce()));
        routing.addFilter(new SessionFilter(sessions));
        routing.addFilter(admission);
        Problems.answerOn(routing);
        List<Endpoint> endpoints = offer.endpoints();
        routing.register(new Endpoints(endpoints));
        routing.register(offer.console());
        WebServer server =
                server(config, safety, connections).routing(routing).build().start();
        return new Gateway(server, endpoints);
    }

    /**
     * The web server asks for these whenever it reads a number in a header, the length of a body above all. Unless they are
     * set it puts them together anew each time, which takes longer than all else about a submission.
     */
    @SuppressWarnings("removal") // this version's server reads them from nowhere else
    private static void keepMappers() {
        MapperManager.global(MapperManager.create());
    }

    private static WebServerConfig.Builder server(
            GatewayConfig config, SecurityHeaders safety, WatchedConnections connections) {
        Limits limits = config.limits();
        WebServerConfig.Builder server = WebServer.builder()
                .host(config.host())
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(500))
                .maxTcpConnections(affordable(limits.connections()))
                .idleConnectionTimeout(limits.idleTimeout())
                .idleConnectionPeriod(Duration.ofSeconds(1))
                .connectionOptions(
                        options -> options.readTimeout(limits.readTimeout()).tcpNoDelay(true))
                .directHandlers(Problems.beforeRouting(safety))
                .protocolsDiscoverServices(false)
                .addConnectionSelector(connections);
        if (config.tls() != null) {
            server.tls(config.tls().read());
        }
        return server;
    }

    /** A web server that cannot open one more file stops for good: connections may have half of those it can open. */
    private static int affordable(int connections) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(connections, Math.max(1, system.getMaxFileDescriptorCount() / 2))
                : connections;
    }

    private static Http1ConnectionSelector http() {
        return Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        .maxPrologueLength(MOST_FIRST_LINE_BYTES)
                        .maxHeadersSize(MOST_HEADER_BYTES)
                        .validateRequestHeaders(true)
                        .validateResponseHeaders(true)
                        .build())
                .build();
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Everything it offers to programs. */
    public List<Endpoint> endpoints() {
        return endpoints;
    }

    /** Takes no more requests, and lets go of those it has. */
    @Override
    public void close() {
        server.stop();
    }
}
