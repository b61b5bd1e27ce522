package org.tallystick.gateway.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerResponseHeaders;
import java.util.ArrayList;
import java.util.List;

/** What every answer tells browsers to forbid: other origins' scripts, styles, frames and forms; guessing; leaking. */
public final class SecurityHeaders {

    private static final String POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';" + " frame-ancestors 'none'";

    private final List<Header> headers = new ArrayList<>();

    /**
     * @param overTls whether browsers are told to come back over TLS only
     */
    public SecurityHeaders(boolean overTls) {
        add("Content-Security-Policy", POLICY);
        add("X-Content-Type-Options", "nosniff");
        add("X-Frame-Options", "DENY");
        add("Referrer-Policy", "no-referrer");
        add("Cross-Origin-Opener-Policy", "same-origin");
        add("Cross-Origin-Resource-Policy", "same-origin");
        add("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        add("Cache-Control", "no-store");
        if (overTls) {
            add("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    private void add(String name, String value) {
        headers.add(HeaderValues.createCached(name, value));
    }

    /** Puts them on an answer; a handler may set another {@code Cache-Control} after that. */
    void putOn(ServerResponseHeaders answer) {
        for (Header header : headers) {
            answer.set(header);
        }
    }
}
