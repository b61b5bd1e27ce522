package org.tallystick.gateway.session;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request comes from a page of our own. A browser sends a cookie along whoever asks; the page that asks cannot
 * forge {@code Sec-Fetch-Site} and {@code Origin}, and a page of another site cannot set a header of its own without a
 * leave that is never given.
 */
final class SameOrigin {

    static final String HEADER_NAME = "X-Tallystick-Request";

    private static final HeaderName HEADER = HeaderNames.create(HEADER_NAME);
    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final Set<Method> READING = Set.of(Method.GET, Method.HEAD, Method.OPTIONS);

    private SameOrigin() {}

    /** Whether the method only reads. */
    static boolean onlyReads(ServerRequest request) {
        return READING.contains(request.prologue().method());
    }

    /**
     * @throws org.tallystick.gateway.http.Problem 403 unless a page of our own asks
     */
    static void require(ServerRequest request) {
        if (!request.headers().contains(HEADER) || !isSameOrigin(request)) {
            throw Refusals.crossSite();
        }
    }

    private static boolean isSameOrigin(ServerRequest request) {
        Optional<String> site = request.headers().first(FETCH_SITE);
        if (site.isPresent() && !site.get().equals("same-origin")) {
            return false;
        }
        Optional<String> origin = request.headers().first(HeaderNames.ORIGIN);
        if (origin.isPresent()) {
            return isOurs(origin.get(), request.authority());
        }
        return site.isPresent();
    }

    /** The scheme may differ where someone in front of the gateway speaks TLS; the host and port may not. */
    private static boolean isOurs(String origin, String authority) {
        return origin.equalsIgnoreCase("https://" + authority) || origin.equalsIgnoreCase("http://" + authority);
    }
}
