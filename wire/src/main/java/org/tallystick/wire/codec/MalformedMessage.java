package org.tallystick.wire.codec;

/** A message that says nothing a record could hold; the text says which field, and why. */
public final class MalformedMessage extends RuntimeException {

    public MalformedMessage(String message) {
        // Malformed input is normal input: it must be cheap, so no stack trace is taken.
        super(message, null, false, false);
    }
}
