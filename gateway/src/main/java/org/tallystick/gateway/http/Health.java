package org.tallystick.gateway.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether the gateway lives, and whether it can do its work: for whoever runs it.
 *
 * @param ordering whether envelopes are taken
 * @param reading whether the read model follows the log
 * @param logIndex the last entry executed
 * @param position the last entry that can be read
 * @param openMetrics whether measurements are told to more than this machine
 */
public record Health(
        BooleanSupplier ordering,
        BooleanSupplier reading,
        LongSupplier logIndex,
        LongSupplier position,
        Meters meters,
        boolean openMetrics) {

    /** What it answers on. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/health/live", Set.of(), this::live),
                Endpoint.get("/health/ready", Set.of(), this::ready),
                Endpoint.get("/metrics", Set.of(), this::metrics));
    }

    private void live(ServerRequest request, ServerResponse response) {
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("status", "UP");
            json.writeEndObject();
        });
    }

    private void ready(ServerRequest request, ServerResponse response) {
        boolean takes = ordering.getAsBoolean();
        boolean follows = reading.getAsBoolean();
        long at = position.getAsLong();
        long executed = Math.max(logIndex.getAsLong(), at);
        response.status(takes && follows ? 200 : 503);
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeStringField("status", takes && follows ? "READY" : "NOT_READY");
            json.writeBooleanField("ordering", takes);
            json.writeBooleanField("reading", follows);
            json.writeNumberField("logIndex", executed);
            json.writeNumberField("position", at);
            json.writeNumberField("lag", executed - at);
            json.writeEndObject();
        });
    }

    private void metrics(ServerRequest request, ServerResponse response) {
        boolean near = request.remotePeer().address() instanceof InetSocketAddress peer
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress();
        if (!openMetrics && !near) {
            throw new Problem(
                    403, "METRICS_ARE_LOCAL", "This is not for you.", "Measurements are told on this machine only.");
        }
        response.header(HeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.send(meters.text());
    }
}
