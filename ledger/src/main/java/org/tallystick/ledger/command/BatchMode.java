package org.tallystick.ledger.command;

/** How the commands of one payload depend on each other. */
public enum BatchMode {
    /** Each is decided on its own. */
    INDEPENDENT,
    /** If one is rejected, none has happened. */
    ALL_OR_NOTHING
}
