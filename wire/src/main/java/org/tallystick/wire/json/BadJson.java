package org.tallystick.wire.json;

/** A JSON text that is not what it should be; the message names the field, by its path, and what is wrong with it. */
public final class BadJson extends RuntimeException {

    public BadJson(String message) {
        super(message);
    }
}
