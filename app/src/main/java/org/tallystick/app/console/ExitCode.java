package org.tallystick.app.console;

/** What the shell is told when a command ends. The numbers are stable. */
public final class ExitCode {

    /** What was asked was done, or holds. */
    public static final int OK = 0;

    /** What was asked does not hold: a figure is off, a receipt differs, an instruction was rejected. */
    public static final int DOES_NOT_HOLD = 1;

    /** The command line or a file given to it cannot be understood. */
    public static final int BAD_INPUT = 2;

    /** It could not be tried: a data directory is in use, a disk is full, a node stopped. */
    public static final int COULD_NOT_RUN = 3;

    private ExitCode() {}
}
