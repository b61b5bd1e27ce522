package org.tallystick.readmodel;

/** What a page was asked with is not the {@link Page#next} of any page. */
public final class BadCursor extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadCursor() {
        super("this is not where a page of this list ended");
    }
}
