package org.tallystick.gateway;

/** An envelope was not put in the log, or nobody can say yet whether it was. */
public final class NotOrdered extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String code;

    /** Why. */
    public enum Reason {
        /** Too much is in flight; it was not ordered and may be sent again soon. */
        BUSY,
        /** The envelope itself is not acceptable; it was not ordered. */
        UNACCEPTABLE,
        /** The node is stopping, or short of disk; it was not ordered. */
        UNAVAILABLE,
        /** The node stopped first: it may have been ordered or not; the same instruction may be sent again. */
        UNKNOWN
    }

    /**
     * @param code stable code of the refusal
     * @param sentence for people
     */
    public NotOrdered(Reason reason, String code, String sentence) {
        super(sentence);
        this.reason = reason;
        this.code = code;
    }

    public Reason reason() {
        return reason;
    }

    /** Stable code of the refusal. */
    public String code() {
        return code;
    }
}
