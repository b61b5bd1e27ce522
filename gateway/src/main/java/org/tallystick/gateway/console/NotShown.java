package org.tallystick.gateway.console;

import io.helidon.http.Status;

/** A page cannot be shown; the message says why and what to do, in words. */
final class NotShown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Status status;

    private NotShown(Status status, String sentence) {
        super(sentence);
        this.status = status;
    }

    /** There is nothing of this name, or nothing that whoever asks may see: nobody is told which. */
    static NotShown nothing(String what) {
        return new NotShown(Status.NOT_FOUND_404, "There is no " + what + ", or it is not for you to see.");
    }

    /** What was asked cannot be read. */
    static NotShown unreadable(String sentence) {
        return new NotShown(Status.BAD_REQUEST_400, sentence);
    }

    Status status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
