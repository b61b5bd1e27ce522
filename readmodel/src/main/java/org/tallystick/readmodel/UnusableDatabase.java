package org.tallystick.readmodel;

/** The database cannot be used: it is another ledger's, it cannot be reached, or something else writes to it. */
public final class UnusableDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what a sentence without its full stop */
    public UnusableDatabase(String what) {
        super(what);
    }

    /** @param what a sentence without its full stop */
    public UnusableDatabase(String what, Throwable cause) {
        super(what, cause);
    }
}
