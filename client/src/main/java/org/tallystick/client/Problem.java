package org.tallystick.client;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.rejection.RejectionCode;

/** The gateway answered that it does not grant a request: problem details as RFC 9457 has them. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final @Nullable Duration retryAfter;

    /**
     * @param status of HTTP
     * @param code stable name, {@code UPPER_CASE}; {@code HTTP_} and the status where the answer has none
     * @param title what kind of problem it is
     * @param detail what is wrong this time
     * @param retryAfter how long the gateway asks to wait; null where it says nothing
     */
    Problem(int status, String code, String title, String detail, @Nullable Duration retryAfter) {
        super(status + " " + code + ": " + (detail.isEmpty() ? title : detail));
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.retryAfter = retryAfter;
    }

    /** Of HTTP, 400 to 599. */
    public int status() {
        return status;
    }

    /** A stable name to switch on. */
    public String code() {
        return code;
    }

    /** What kind of problem it is; the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What is wrong this time, for people; may be empty. */
    public String detail() {
        return detail;
    }

    /** The code as one of the ledger's own; empty where the gateway, and not the ledger, has declined. */
    public Optional<RejectionCode> rejection() {
        for (RejectionCode known : RejectionCode.values()) {
            if (known.name().equals(code)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** How long the gateway asks to wait before the same request is sent again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the gateway was too busy (429) or not able (503): the same request may be sent again later. */
    public boolean isBusy() {
        return status == 429 || status == 503;
    }

    /** Whether nobody is signed in, or not any more. */
    boolean isSignedOut() {
        return status == 401 && code.equals("SIGN_IN_NEEDED");
    }
}
