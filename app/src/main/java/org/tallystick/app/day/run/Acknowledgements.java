package org.tallystick.app.day.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/**
 * The receipts that the run has been given, kept apart from the node by whoever was given them: a line each, with the index of
 * the entry, the digest of what was signed, and how it ended. After a crash they are held against the log.
 */
final class Acknowledgements implements AutoCloseable {

    private static final String NAME = "acknowledged.log";

    private final BufferedWriter out;

    private Acknowledgements(BufferedWriter out) {
        this.out = out;
    }

    static Path fileIn(Path root) {
        return root.resolve(NAME);
    }

    /** Opens the file to be continued; a line that a crash cut short is cut off. */
    static Acknowledgements continueIn(Path root) throws IOException {
        Path file = fileIn(root);
        if (Files.exists(file)) {
            cutTornLine(file);
        }
        return new Acknowledgements(Files.newBufferedWriter(
                file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private static void cutTornLine(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            long end = bytes.length();
            while (end > 0) {
                bytes.seek(end - 1);
                if (bytes.read() == '\n') {
                    break;
                }
                end--;
            }
            bytes.setLength(end);
        }
    }

    void add(Receipt receipt) throws IOException {
        out.write(line(receipt));
        out.write('\n');
    }

    /** Hands what was added to the operating system: from then on it outlives this process. */
    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static String line(Receipt receipt) {
        return receipt.index() + " " + receipt.envelope() + " " + outcome(receipt);
    }

    private static String outcome(Receipt receipt) {
        return switch (receipt.verdict()) {
            case Verdict.Decided decided ->
                decided.outcomes().stream()
                        .map(Acknowledgements::outcome)
                        .distinct()
                        .collect(Collectors.joining(","));
            case Verdict.Repeated repeated -> "REPEATED";
            case Verdict.Refused refused -> refused.rejection().code().name();
            case Verdict.Ticked ticked -> "TICKED";
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> "ACCEPTED";
            case Outcome.Rejected rejected -> rejected.rejection().code().name();
        };
    }

    /** Reads the lines back, in order. */
    static final class Reader implements AutoCloseable {

        private final BufferedReader in;

        Reader(Path root) throws IOException {
            this.in = Files.newBufferedReader(fileIn(root), StandardCharsets.US_ASCII);
        }

        /** The next whole line, or null. */
        @Nullable
        String next() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != -1; c = in.read()) {
                if (c == '\n') {
                    return line.toString();
                }
                line.append((char) c);
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
