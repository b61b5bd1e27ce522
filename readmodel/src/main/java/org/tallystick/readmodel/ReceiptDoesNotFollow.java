package org.tallystick.readmodel;

/** A receipt contradicts those before it: the tables were not filled from this log, or the log is damaged. */
public final class ReceiptDoesNotFollow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long index;

    /**
     * @param index the entry whose receipt it is
     * @param what what does not follow, as a clause
     */
    public ReceiptDoesNotFollow(long index, String what) {
        super("the receipt of entry " + index + " does not follow from those before it: " + what);
        this.index = index;
    }

    /** The entry whose receipt it is. */
    public long index() {
        return index;
    }
}
