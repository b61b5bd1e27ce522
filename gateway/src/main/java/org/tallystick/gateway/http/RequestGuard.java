package org.tallystick.gateway.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What every request passes first and last: it gets an id, its answer the headers that keep browsers safe; too many at once
 * are turned away; what became of it is measured, and logged without anything that is secret.
 */
public final class RequestGuard implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);
    private static final List<String> CHUNKED = List.of("chunked");
    private static final HeaderName REQUEST_ID = HeaderNames.create(Exchange.REQUEST_ID);

    private final SecurityHeaders safety;
    private final Meters meters;
    private final int mostInFlight;

    /**
     * @param mostInFlight requests that are answered at the same time
     */
    public RequestGuard(SecurityHeaders safety, Meters meters, int mostInFlight) {
        this.safety = safety;
        this.meters = meters;
        this.mostInFlight = mostInFlight;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String proposedId = request.headers().first(REQUEST_ID).orElse(null);
        Exchange exchange = Exchange.begin(request, proposedId, meters.inFlight(), mostInFlight);
        safety.putOn(response.headers());
        response.header(REQUEST_ID, exchange.id());
        try {
            exchange.enter();
            requireOneLength(request);
            chain.proceed();
        } catch (Problem problem) {
            Problems.answer(request, response, problem);
        } finally {
            exchange.leave();
            finish(exchange, request, response);
        }
        closeIfSaid(request, response);
    }

    /** A body whose length could be read in two ways is none: what stands between might read the other. */
    private static void requireOneLength(RoutingRequest request) {
        ServerRequestHeaders headers = request.headers();
        boolean chunked = headers.contains(HeaderNames.TRANSFER_ENCODING);
        boolean measured = headers.contains(HeaderNames.CONTENT_LENGTH);
        boolean plain = !chunked
                || headers.get(HeaderNames.TRANSFER_ENCODING).allValues().equals(CHUNKED);
        if (chunked && measured || !plain || measured && !isNumber(headers.get(HeaderNames.CONTENT_LENGTH))) {
            throw Problem.badRequest("BODY_AMBIGUOUS", "A body has one Content-Length, or comes chunked; not both.")
                    .withHeader("Connection", "close");
        }
    }

    private static boolean isNumber(Header length) {
        return length.valueCount() == 1 && length.get().matches("[0-9]{1,18}");
    }

    /** The web server says that it closes a connection and leaves it open until it has been idle for long. */
    private static void closeIfSaid(RoutingRequest request, RoutingResponse response) {
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)
                || response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("as was said");
        }
    }

    private void finish(Exchange exchange, RoutingRequest request, RoutingResponse response) {
        long nanos = exchange.elapsedNanos();
        int status = response.status().code();
        String method = knownMethod(request.prologue().method().text());
        meters.answered(exchange.route(), method, status, nanos);
        Level level = level(status);
        if (LOG.isEnabledForLevel(level)) {
            LOG.atLevel(level)
                    .addKeyValue("requestId", exchange.id())
                    .addKeyValue("method", method)
                    .addKeyValue("route", exchange.route())
                    .addKeyValue("status", status)
                    .addKeyValue("code", exchange.code() == null ? "" : exchange.code())
                    .addKeyValue("party", exchange.party())
                    .addKeyValue("micros", nanos / 1_000)
                    .log("answered");
        }
    }

    /** What went well is told to whoever looks closely; whoever was turned away, and our own failures, to everybody. */
    private static Level level(int status) {
        if (status >= 500) {
            return Level.WARN;
        }
        return status == 401 || status == 403 || status == 429 ? Level.INFO : Level.DEBUG;
    }

    /** Anybody may make up methods; measurements have a place for those that exist. */
    private static String knownMethod(String method) {
        return switch (method) {
            case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH" -> method;
            default -> "OTHER";
        };
    }
}
