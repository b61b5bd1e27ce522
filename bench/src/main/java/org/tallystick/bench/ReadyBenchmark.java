package org.tallystick.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tallystick.bench.report.Median;

/** From the start of the process to an authority that takes instructions, on an existing small data directory. */
public final class ReadyBenchmark {

    private static final int RUNS = 5;

    private ReadyBenchmark() {}

    /**
     * @param args the {@code tally} launcher
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("tallystick-ready");
        List<String> command =
                List.of(args[0], "node", "--data", directory.resolve("ledger").toString(), "--demo", "--port", "0");
        millisToReady(command);
        List<Long> millis = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            millis.add(millisToReady(command));
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%-52s %14s %,11d ms",
                "start of the process to ready, small ledger",
                "",
                Median.of(millis)));
        delete(directory);
    }

    private static long millisToReady(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.contains("is ready")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("the node ended before it was ready");
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
