package org.tallystick.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options every command has, and where it prints. */
public final class Conventions {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON for programs instead of text for people.")
    private boolean json;

    @Option(names = "--debug", description = "On failure, also print where in the program it happened.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this text.")
    @SuppressWarnings("unused") // picocli writes it
    private boolean help;

    /** Whether programs read what is printed. */
    public boolean json() {
        return json;
    }

    boolean debug() {
        return debug;
    }

    /** Where results are printed. */
    public PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Where remarks are printed that are no part of the result. */
    public PrintWriter err() {
        return command.commandLine().getErr();
    }

    /** Prints a value as JSON on one line. */
    public void printJson(Object value) {
        out().println(toJson(value));
        out().flush();
    }

    static String toJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value to print has no JSON form", e);
        }
    }
}
