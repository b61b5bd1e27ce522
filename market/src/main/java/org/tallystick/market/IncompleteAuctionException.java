package org.tallystick.market;

/** A record does not say enough, or contradicts itself, so that something cannot be worked out; the message says what. */
public final class IncompleteAuctionException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    IncompleteAuctionException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What is missing, as the end of a sentence. */
    public String reason() {
        return reason;
    }
}
