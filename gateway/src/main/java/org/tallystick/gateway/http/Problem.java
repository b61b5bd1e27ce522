package org.tallystick.gateway.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/**
 * A request that is not granted, and why: answered as problem details (RFC 9457). Throw it from any handler. Expected, so it
 * has no stack trace.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    /**
     * @param status of HTTP, 400 to 599
     * @param code stable name, {@code UPPER_CASE}; programs switch on it
     * @param title what kind of problem it is: a sentence that is the same for every occurrence
     * @param detail what is wrong this time: a sentence for whoever asked
     */
    public Problem(int status, String code, String title, String detail) {
        super(code + ": " + detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
    }

    /** What the ledger, or the gateway in its words, did not accept; the rejection's name is the code. */
    public static Problem of(int status, Rejection rejection, String detail) {
        RejectionCode code = rejection.code();
        Problem problem = new Problem(status, code.name(), code.sentence(), detail)
                .with("number", code.number())
                .with("mayRetry", code.mayBeRetried());
        if (rejection.leg() >= 0) {
            problem.with("leg", rejection.leg());
        }
        if (rejection.subject() != 0) {
            problem.with("subject", rejection.subject());
        }
        return problem;
    }

    /** 404: there is nothing of this kind, or nothing that the caller may see; the two are not told apart. */
    public static Problem notFound(String what) {
        return new Problem(404, "NOT_FOUND", "There is nothing here.", what);
    }

    /** 400: the request itself cannot be understood. */
    public static Problem badRequest(String code, String detail) {
        return new Problem(400, code, "The request cannot be understood.", detail);
    }

    /** 503, to be tried again after so many seconds. */
    public static Problem unavailable(String code, String detail, int retryAfterSeconds) {
        return new Problem(503, code, "This cannot be done at the moment.", detail).retryAfter(retryAfterSeconds);
    }

    /** 429, to be tried again after so many seconds. */
    public static Problem tooMany(String code, String detail, int retryAfterSeconds) {
        return new Problem(429, code, "Too much was asked for.", detail).retryAfter(retryAfterSeconds);
    }

    /**
     * Says more, in a member of its own.
     *
     * @param value a text, a whole number, true or false, or a Jackson tree
     */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Sets a header of the answer. */
    public Problem withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    private Problem retryAfter(int seconds) {
        return withHeader("Retry-After", Integer.toString(seconds));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }

    /** What else it says, in the order it was said. */
    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    /** Headers of the answer. */
    public Map<String, String> headers() {
        return Collections.unmodifiableMap(headers);
    }
}
