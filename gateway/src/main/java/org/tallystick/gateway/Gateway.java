package org.tallystick.gateway;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.gateway.approval.ApprovalApi;
import org.tallystick.gateway.approval.Submission;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Endpoints;
import org.tallystick.gateway.http.Health;
import org.tallystick.gateway.http.Meters;
import org.tallystick.gateway.http.Problems;
import org.tallystick.gateway.http.RequestGuard;
import org.tallystick.gateway.http.SecurityHeaders;
import org.tallystick.gateway.session.DemoApi;
import org.tallystick.gateway.session.SessionApi;
import org.tallystick.gateway.session.SessionFilter;
import org.tallystick.gateway.session.Sessions;
import org.tallystick.readmodel.AwaitingSignatures;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;

/** The gateway, running. Every request has a virtual thread of its own. */
public final class Gateway implements AutoCloseable {

    private static final int MOST_FIRST_LINE_BYTES = 4_096;
    private static final int MOST_HEADER_BYTES = 16_384;

    private final WebServer server;

    private Gateway(WebServer server) {
        this.server = server;
    }

    /** Starts a gateway; returns when it takes requests. */
    public static Gateway start(GatewayConfig config, Ordering ordering, Views views, AwaitingSignatures awaiting) {
        Meters meters = new Meters();
        SecurityHeaders safety = new SecurityHeaders(config.tls() != null);
        Health health = new Health(
                ordering::isReady, () -> true, ordering::lastIndex, views::position, meters, config.openMetrics());
        List<Endpoint> table = new ArrayList<>(health.endpoints());
        Sessions sessions = new Sessions(views, config.sessions(), InstantSource.system());
        table.addAll(byKey(config, ordering, views, awaiting, sessions));
        Endpoints endpoints = new Endpoints(table);
        HttpRouting.Builder routing = HttpRouting.builder();
        routing.addFilter(new RequestGuard(safety, meters, config.limits().requestsAtOnce()));
        routing.addFilter(new SessionFilter(sessions));
        Problems.answerOn(routing);
        routing.register(endpoints);
        return new Gateway(server(config, safety).routing(routing).build().start());
    }

    /** What keys are for: signing in, and signing what others of the party have signed. */
    private static List<Endpoint> byKey(
            GatewayConfig config, Ordering ordering, Views views, AwaitingSignatures awaiting, Sessions sessions) {
        String ledger = views.overview(Scope.everything()).ledger();
        Body body = new Body(config.limits().bodyTimeout());
        InstantSource clock = InstantSource.system();
        Submission submission = new Submission(ordering, config.limits().receiptTimeout());
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.addAll(
                new SessionApi(ledger, views, sessions, config.sessions(), config::refuses, body, clock).endpoints());
        endpoints.addAll(
                new ApprovalApi(ledger, views, awaiting, submission, config::refuses, body, clock).endpoints());
        endpoints.addAll(new DemoApi(config.demo(), config.identities(), views).endpoints());
        return endpoints;
    }

    private static WebServerConfig.Builder server(GatewayConfig config, SecurityHeaders safety) {
        Limits limits = config.limits();
        return WebServer.builder()
                .host(config.host())
                .port(config.port())
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(500))
                .maxTcpConnections(limits.connections())
                .idleConnectionTimeout(limits.idleTimeout())
                .idleConnectionPeriod(Duration.ofSeconds(1))
                .connectionOptions(
                        options -> options.readTimeout(limits.readTimeout()).tcpNoDelay(true))
                .directHandlers(Problems.beforeRouting(safety))
                .protocolsDiscoverServices(false)
                .addConnectionSelector(Http1ConnectionSelector.builder()
                        .config(Http1Config.builder()
                                .maxPrologueLength(MOST_FIRST_LINE_BYTES)
                                .maxHeadersSize(MOST_HEADER_BYTES)
                                .validateRequestHeaders(true)
                                .validateResponseHeaders(true)
                                .build())
                        .build());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Takes no more requests, and lets go of those it has. */
    @Override
    public void close() {
        server.stop();
    }
}
