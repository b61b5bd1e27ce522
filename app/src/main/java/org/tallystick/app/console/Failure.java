package org.tallystick.app.console;

/**
 * Why a command ends without having done what was asked: told to people as a sentence, to programs as a code.
 *
 * <p>Carries no stack trace: nothing is wrong with the program.
 */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int exitCode;

    private Failure(String code, String sentence, int exitCode) {
        super(sentence, null, false, false);
        this.code = code;
        this.exitCode = exitCode;
    }

    /** Something given is not usable; ends with {@link ExitCode#BAD_INPUT}. */
    public static Failure badInput(String code, String sentence) {
        return new Failure(code, sentence, ExitCode.BAD_INPUT);
    }

    /** What was asked does not hold; ends with {@link ExitCode#DOES_NOT_HOLD}. */
    public static Failure doesNotHold(String code, String sentence) {
        return new Failure(code, sentence, ExitCode.DOES_NOT_HOLD);
    }

    /** The surroundings do not allow it; ends with {@link ExitCode#COULD_NOT_RUN}. */
    public static Failure couldNotRun(String code, String sentence) {
        return new Failure(code, sentence, ExitCode.COULD_NOT_RUN);
    }

    /** A stable name in capitals, such as {@code FILE_NOT_FOUND}. */
    public String code() {
        return code;
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    public int exitCode() {
        return exitCode;
    }
}
