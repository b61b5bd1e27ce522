package org.tallystick.app.day.plan;

/** The records hold nothing that can be run as asked. */
public final class UnusableRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnusableRequest(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** A stable name in capitals. */
    public String code() {
        return code;
    }
}
