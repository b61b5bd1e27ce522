package org.tallystick.node.failure;

/** The node did not take a submission: it was not ordered and will never be executed. */
public final class SubmissionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The names are stable: clients may switch on them. */
    public enum Code {
        /** As much is in flight as the node allows. Submit again when receipts have come. */
        BUSY(true),
        /** The disk has less room than the reserve. Submit again when room has been made. */
        STORAGE_LOW(true),
        /** The envelope is longer than an entry can be. */
        TOO_LARGE(false),
        /** The node is closing or closed. Submit again to a running one. */
        STOPPING(true),
        /** The connection to the log was lost before the envelope was ordered. Submit again. */
        NOT_ORDERED(true);

        private final boolean retryable;

        Code(boolean retryable) {
            this.retryable = retryable;
        }

        /** Whether the same envelope may be taken later. */
        public boolean retryable() {
            return retryable;
        }
    }

    private final Code code;

    public SubmissionRefused(Code code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
