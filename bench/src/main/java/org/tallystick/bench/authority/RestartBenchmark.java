package org.tallystick.bench.authority;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tallystick.bench.Scratch;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Median;
import org.tallystick.bench.report.Named;

/**
 * From {@code kill -9} to the first receipt: a process with a node is killed after its last snapshot has become old, and
 * another is started on what it left behind.
 */
public final class RestartBenchmark {

    private static final int KILLED = 128 + 9;

    private RestartBenchmark() {}

    /**
     * How much is there.
     *
     * @param accounts even
     * @param tail entries after the snapshot, all of which are replayed
     * @param rounds kills; the median is reported
     */
    record Size(int accounts, int tail, int rounds) {

        static final Size FULL = new Size(1_000_000, 1_000_000, 3);

        /** As much as the build lets an operator's node practise on. */
        static final Size PRACTICE = new Size(20_000, 30_000, 1);
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        measure(Figures.in(Path.of(args[0])), Size.PRACTICE, Size.FULL);
    }

    static void measure(Figures figures, Size practice, Size size) throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.create()) {
            List<String> quick = practise(scratch.directory(), practice);
            Path directory = scratch.directory().resolve("ledger");
            Process process = fill(directory, size);
            List<Double> seconds = new ArrayList<>();
            try {
                long last = number(process, RestartProcess.FILLED);
                for (int round = 0; round < size.rounds; round++) {
                    String envelope = signed(size, round);
                    long killed = System.nanoTime();
                    kill(process);
                    process = start(builder(directory, size, RestartProcess.RESUME, envelope, quick));
                    long index = number(process, RestartProcess.RECEIPT);
                    seconds.add((System.nanoTime() - killed) / 1e9);
                    if (index != last + 1) {
                        throw new IllegalStateException("after entry " + last + " came entry " + index);
                    }
                    last = number(process, RestartProcess.VERIFIED);
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            figures.add(Named.RESTART, Median.of(seconds));
        }
    }

    private static void kill(Process process) throws InterruptedException {
        int exit = process.destroyForcibly().waitFor();
        if (exit != KILLED) {
            throw new IllegalStateException("the process ended by itself, with " + exit);
        }
    }

    /**
     * Has Java write down what it learns in a restart on a small ledger, as the build does for {@code tally}, and tells
     * the options by which it is remembered: none where Java refuses, as with directories on the class path.
     */
    private static List<String> practise(Path scratch, Size practice) throws IOException, InterruptedException {
        Path directory = scratch.resolve("practice");
        Path cache = scratch.resolve("practice.aot");
        Process filling = fill(directory, practice);
        try {
            number(filling, RestartProcess.FILLED);
        } finally {
            kill(filling);
        }
        Path said = scratch.resolve("practice.log"); // by the process that Java starts to write the cache
        Process restart = builder(
                        directory,
                        practice,
                        RestartProcess.PRACTISE,
                        signed(practice, 0),
                        List.of("-XX:AOTCacheOutput=" + cache))
                .redirectError(said.toFile())
                .start();
        try (BufferedReader lines = restart.inputReader()) {
            lines.lines().forEach(line -> {});
        }
        restart.waitFor();
        if (!Files.exists(cache)) {
            System.err.println("the restarts below are without what a node of the build has learnt before: "
                    + Files.readString(said).strip());
            return List.of();
        }
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /** A trade after those that the ledger was filled with, in hexadecimal: signed by a client, who is not measured. */
    private static String signed(Size size, int round) {
        Trades trades = new Trades(size.accounts, (long) size.tail + round);
        return HexFormat.of().formatHex(trades.sign(Workload.DVP, 1).getFirst());
    }

    private static Process fill(Path directory, Size size) throws IOException {
        return start(builder(directory, size, RestartProcess.FILL, Integer.toString(size.tail), List.of()));
    }

    private static Process start(ProcessBuilder builder) throws IOException {
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** A process with the options of this one, and more. */
    private static ProcessBuilder builder(
            Path directory, Size size, String task, String argument, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")));
        command.add(RestartProcess.class.getName());
        command.addAll(List.of(task, directory.toString(), Integer.toString(size.accounts), argument));
        return new ProcessBuilder(command);
    }

    /** Waits for the line that begins with the word, and tells the number after it. */
    private static long number(Process process, String word) throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(word)) {
                return Long.parseLong(line.substring(word.length()).strip());
            }
        }
        throw new IllegalStateException("the process ended before it said: " + word);
    }
}
