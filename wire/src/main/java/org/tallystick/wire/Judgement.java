package org.tallystick.wire;

/** What an envelope was found to be when it was executed, as far as its receipt tells. */
public enum Judgement {
    /** In canonical form, and every signature verified. */
    ADMITTED,

    /** A signature did not verify. */
    FORGED,

    /** Refused for something else: malformed, or not admitted. */
    REFUSED
}
