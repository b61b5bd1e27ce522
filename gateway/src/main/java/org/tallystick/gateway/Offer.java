package org.tallystick.gateway;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.gateway.api.Admission;
import org.tallystick.gateway.api.Api;
import org.tallystick.gateway.approval.ApprovalApi;
import org.tallystick.gateway.console.Console;
import org.tallystick.gateway.console.Standing;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Health;
import org.tallystick.gateway.http.Meters;
import org.tallystick.gateway.session.DemoApi;
import org.tallystick.gateway.session.SessionApi;
import org.tallystick.gateway.session.Sessions;
import org.tallystick.gateway.stream.EventStreams;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;

/** Everything a gateway answers on, put together from what it stands before. */
record Offer(
        GatewayConfig config,
        Ordering ordering,
        ReceiptSource log,
        ReadModel readModel,
        Projection projection,
        Sessions sessions,
        Admission admission,
        Meters meters) {

    /** For programs: one table, which the document is held to. */
    List<Endpoint> endpoints() {
        Limits limits = config.limits();
        Views views = readModel.views();
        Body body = new Body(limits.bodyTimeout());
        Submission submission = new Submission(ordering, limits.receiptTimeout());
        meters.gauge("tallystick_projection_lag", "Entries of the log that are not in the tables.", projection::lag);
        meters.gauge("tallystick_position", "The last entry in the tables.", projection::position);
        List<Endpoint> endpoints = new ArrayList<>(health().endpoints());
        endpoints.addAll(OpenApi.endpoints());
        endpoints.addAll(byKey(views, submission, body));
        endpoints.addAll(new Api(readModel, log, projection, ordering, admission, limits, meters).endpoints());
        endpoints.addAll(
                new EventStreams(views, projection, sessions::isInForce, limits.heartbeat(), limits.streamsPerParty())
                        .endpoints());
        return endpoints;
    }

    private Health health() {
        return new Health(
                ordering::isReady,
                () -> projection.failure().isEmpty(),
                ordering::lastIndex,
                projection::position,
                meters,
                config.openMetrics());
    }

    /** What keys are for: signing in, and signing what others of the party have signed. */
    private List<Endpoint> byKey(Views views, Submission submission, Body body) {
        String ledger = ledger(views);
        InstantSource clock = InstantSource.system();
        List<Endpoint> endpoints = new ArrayList<>();
        endpoints.addAll(
                new SessionApi(ledger, views, sessions, config.sessions(), config::refuses, body, clock).endpoints());
        endpoints.addAll(
                new ApprovalApi(ledger, views, readModel.awaitingSignatures(), submission, config::refuses, body, clock)
                        .endpoints());
        endpoints.addAll(new DemoApi(config.demo(), config.identities(), views).endpoints());
        return endpoints;
    }

    /** For people. */
    Console console() {
        Standing standing = new Standing(
                ledger(readModel.views()),
                config.demo(),
                ordering::lastIndex,
                ordering::isReady,
                InstantSource.system());
        return new Console(readModel, projection, log, standing, OpenApi.document());
    }

    private static String ledger(Views views) {
        return views.overview(Scope.everything()).ledger();
    }
}
