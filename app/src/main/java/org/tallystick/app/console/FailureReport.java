package org.tallystick.app.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.tallystick.market.MarketDataException;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.NodeStartRefused;
import org.tallystick.node.failure.SubmissionRefused;
import org.tallystick.node.journal.JournalCorrupt;
import org.tallystick.node.storage.StorageFault;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong as one sentence behind a stable code, and never as a stack trace unless asked to. */
public final class FailureReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Failure failure = asFailure(thrown);
        print(failure, command, given(parsed, "--json"));
        if (given(parsed, "--debug")) {
            thrown.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return failure.exitCode();
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        PrintWriter err = command.getErr();
        String message = String.valueOf(thrown.getMessage());
        err.println("tally: USAGE: " + (message.endsWith(".") ? message : message + "."));
        UnmatchedArgumentException.printSuggestions(thrown, err);
        err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
        err.flush();
        return ExitCode.BAD_INPUT;
    }

    private static void print(Failure failure, CommandLine command, boolean json) {
        if (json) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("error", failure.code());
            error.put("sentence", failure.sentence());
            command.getErr().println(Conventions.toJson(error));
        } else {
            command.getErr().printf("tally: %s: %s%n", failure.code(), asSentence(failure.sentence()));
        }
    }

    private static boolean given(ParseResult parsed, String option) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption(option);
    }

    private static Failure asFailure(Throwable thrown) {
        return switch (thrown) {
            case Failure failure -> failure;
            case NodeStartRefused refused ->
                Failure.couldNotRun(refused.code().name(), String.valueOf(refused.getMessage()));
            case NodeFailed failed -> Failure.couldNotRun(failed.code().name(), String.valueOf(failed.getMessage()));
            case SubmissionRefused refused ->
                Failure.couldNotRun(refused.code().name(), String.valueOf(refused.getMessage()));
            case JournalCorrupt corrupt -> Failure.couldNotRun("JOURNAL_CORRUPT", String.valueOf(corrupt.getMessage()));
            case MarketDataException unreadable ->
                Failure.badInput(unreadable.fault().name(), String.valueOf(unreadable.getMessage()));
            case NoSuchFileException missing ->
                Failure.badInput("FILE_NOT_FOUND", "there is no file " + missing.getFile());
            case IOException fault -> Failure.couldNotRun("INPUT_OUTPUT", StorageFault.sentence(fault));
            case CompletionException wrapper when wrapper.getCause() != null -> asFailure(wrapper.getCause());
            case ExecutionException wrapper when wrapper.getCause() != null -> asFailure(wrapper.getCause());
            default ->
                Failure.couldNotRun(
                        "INTERNAL", "this is a mistake in tally (%s); --debug shows where".formatted(thrown));
        };
    }

    private static String asSentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }
}
