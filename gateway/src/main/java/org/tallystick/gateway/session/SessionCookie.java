package org.tallystick.gateway.session;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that holds a browser's session: no script reads it, no other site sends it, and under TLS its name binds it to
 * this very host.
 */
final class SessionCookie {

    private static final String PLAIN = "tallystick";
    private static final String SECURE = "__Host-tallystick";

    private SessionCookie() {}

    /** The token that the request carries. */
    static Optional<String> token(ServerRequest request) {
        return request.headers().cookies().first(name(request)).asOptional();
    }

    static SetCookie holding(String token, Duration life, ServerRequest request) {
        return SetCookie.builder(name(request), token)
                .path("/")
                .httpOnly(true)
                .sameSite(SetCookie.SameSite.STRICT)
                .secure(request.isSecure())
                .maxAge(life)
                .build();
    }

    /** What makes the browser forget it. */
    static SetCookie none(ServerRequest request) {
        return holding("", Duration.ZERO, request);
    }

    private static String name(ServerRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
