package org.tallystick.ledger.store;

/** A snapshot that cannot be read; the message says what was wrong. */
public final class BadSnapshot extends RuntimeException {

    public BadSnapshot(String message) {
        super(message);
    }
}
