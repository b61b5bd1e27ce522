package org.tallystick.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundled opening day, settled and staying up with its console, in a process of its own as {@code ./run} starts it.
 * One for all tests: they leave the ledger in order, as people who share one must.
 */
final class LiveLedger {

    private static final Pattern CONSOLE = Pattern.compile("\"console\" *: *\"(http[^\"]+)\"");

    private final String console;
    private final Path directory;

    private LiveLedger(String console, Path directory) {
        this.console = console;
        this.directory = directory;
    }

    private static final class Once {
        static final LiveLedger STARTED = start();
    }

    static LiveLedger get() {
        return Once.STARTED;
    }

    /** Where the console is; ends with a slash. */
    String console() {
        return console;
    }

    /** The ledger's own directory, with the keys of its parties in {@code keys}. */
    Path directory() {
        return directory;
    }

    private static LiveLedger start() {
        try {
            Path directory = Files.createTempDirectory("tally-browser");
            Process process = new ProcessBuilder(command(directory.resolve("ledger")))
                    .redirectError(ProcessBuilder.Redirect.to(Files.createDirectories(Path.of("target"))
                            .resolve("ledger.log")
                            .toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Matcher told = CONSOLE.matcher(line);
                if (told.find()) {
                    return new LiveLedger(told.group(1), directory.resolve("ledger"));
                }
            }
            throw new IllegalStateException("the ledger ended before its console was up: see target/ledger.log");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** This Java, with the options it was started with itself. */
    private static List<String> command(Path directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        for (String line : Files.readAllLines(Path.of("..", "bin", "java.options"))) {
            if (!line.startsWith("#")) {
                command.addAll(List.of(line.split(" ")));
            }
        }
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add("org.tallystick.app.Tally");
        command.addAll(List.of("day", "--stay", "--json", "--port", "0", "--data", directory.toString()));
        return command;
    }
}
