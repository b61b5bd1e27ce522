package org.tallystick.gateway.http;

import io.helidon.webserver.http.ServerRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One request on its way through the gateway: what its answer, its metrics and its line in the log share. */
public final class Exchange {

    /** The header that carries a request's id, in and out. */
    static final String REQUEST_ID = "X-Request-Id";

    private static final int MOST_ID_CHARACTERS = 64;

    private final String id;
    private final long startNanos;
    private String route = "none";
    private int party;
    private @Nullable String code;
    private final AtomicInteger inFlight;
    private final int mostInFlight;
    private boolean counted;

    private Exchange(String id, long startNanos, AtomicInteger inFlight, int mostInFlight) {
        this.id = id;
        this.startNanos = startNanos;
        this.inFlight = inFlight;
        this.mostInFlight = mostInFlight;
    }

    /**
     * @param inFlight how many requests are being answered
     */
    static Exchange begin(
            ServerRequest request, @Nullable String proposedId, AtomicInteger inFlight, int mostInFlight) {
        String id = proposedId != null && isId(proposedId) ? proposedId : newId();
        Exchange exchange = new Exchange(id, System.nanoTime(), inFlight, mostInFlight);
        request.context().register(Exchange.class, exchange);
        return exchange;
    }

    /** The exchange of a request. */
    public static Exchange of(ServerRequest request) {
        return request.context()
                .get(Exchange.class, Exchange.class)
                .orElseThrow(() -> new IllegalStateException("a request came past the filter that begins exchanges"));
    }

    /** An id is 1 to 64 letters, digits, dots, hyphens and underscores; others are not taken over. */
    private static boolean isId(String text) {
        if (text.isEmpty() || text.length() > MOST_ID_CHARACTERS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '-' && c != '.' && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Tells requests apart, and is no secret: nothing is granted to whoever knows one. */
    private static String newId() {
        RandomGenerator random = ThreadLocalRandom.current();
        HexFormat digits = HexFormat.of();
        return digits.toHexDigits(random.nextLong()) + digits.toHexDigits(random.nextInt());
    }

    /** The request's id: as the client chose it, or our own. */
    public String id() {
        return id;
    }

    long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }

    /** The pattern of the path that was matched; never the path itself, which anybody may write. */
    public String route() {
        return route;
    }

    /** Says which pattern of a path the request is for. */
    public void matched(String pattern) {
        route = pattern;
    }

    /** The party that asks; zero while nobody is known to. */
    public int party() {
        return party;
    }

    /** Says which party asks. */
    public void askedBy(int party) {
        this.party = party;
    }

    /**
     * Counts among those that are answered at the same time.
     *
     * @throws Problem if those are too many already
     */
    void enter() {
        counted = true;
        if (inFlight.getAndIncrement() >= mostInFlight) {
            throw Problem.unavailable("TOO_MANY_REQUESTS_AT_ONCE", "Too many requests are being answered.", 1);
        }
    }

    /** No longer counts among them: how long it goes on is up to the client. */
    public void leave() {
        if (counted) {
            counted = false;
            inFlight.getAndDecrement();
        }
    }

    /** Code of the problem that was answered; null for none. */
    @Nullable
    String code() {
        return code;
    }

    void failedFor(String code) {
        this.code = code;
    }
}
