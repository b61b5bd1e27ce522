package org.tallystick.wire.signature;

/** A text that is no key; the message says why, and never repeats the text. */
public final class BadKey extends RuntimeException {

    public BadKey(String message) {
        super(message);
    }
}
