package org.tallystick.client;

import java.io.IOException;

/**
 * No answer came, though the request was sent as often as {@link Patience} allows. It may have been carried out: what was
 * signed can be submitted again as it is, and is not carried out twice.
 */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(String sentence, IOException cause) {
        super(sentence, cause);
    }
}
