package org.tallystick.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * One run of the command in this process, as a user would see it.
 *
 * @param exitCode what the shell is told
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record TallyRun(int exitCode, String out, String err) {

    /** Runs {@code tally} with these arguments. */
    public static TallyRun tally(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = new String[arguments.length];
        for (int at = 0; at < words.length; at++) {
            words[at] = arguments[at].toString();
        }
        int exitCode =
                Tally.commandLine(new PrintWriter(out), new PrintWriter(err)).execute(words);
        return new TallyRun(exitCode, out.toString(), err.toString());
    }

    /** The lines of standard output. */
    public List<String> lines() {
        return out.lines().toList();
    }
}
