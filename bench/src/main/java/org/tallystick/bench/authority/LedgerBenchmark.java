package org.tallystick.bench.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.tallystick.bench.Scratch;
import org.tallystick.bench.limits.Disk;
import org.tallystick.bench.limits.Verifications;
import org.tallystick.bench.load.Load;
import org.tallystick.bench.load.Run;
import org.tallystick.bench.report.Figure;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Median;
import org.tallystick.bench.report.Named;

/**
 * An authority under load: envelopes signed beforehand, sent by one thread of the same process; verified, ordered, forced
 * to disk, executed and answered by the node. After each run all receipts and all holdings are checked.
 */
public final class LedgerBenchmark {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Path scratch;
    private final World world;
    private final Trades trades;
    private final Figures figures;
    private final Size size;

    private LedgerBenchmark(Path scratch, World world, Figures figures, Size size) {
        this.scratch = scratch;
        this.world = world;
        this.trades = new Trades(world.accounts(), 0);
        this.figures = figures;
        this.size = size;
    }

    /**
     * How much is done.
     *
     * @param accounts even
     * @param rounds how often each rate is measured; the median is reported
     * @param warmingEnvelopes in the run before them, which is for the compiler and tells how many make {@code seconds}
     * @param seconds that each measured run is to take
     * @param halfLoadSeconds that half load is to take
     * @param oneByOne envelopes of the closed loop
     */
    record Size(int accounts, int rounds, int warmingEnvelopes, double seconds, double halfLoadSeconds, int oneByOne) {

        static final Size FULL = new Size(10_000, 3, 100_000, 3, 15, 3_000);
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        measure(Figures.in(Path.of(args[0])), Size.FULL);
    }

    static void measure(Figures figures, Size size) throws IOException, InterruptedException {
        try (Scratch scratch = Scratch.create();
                World world = World.found(World.config(scratch.directory().resolve("ledger")), size.accounts)) {
            LedgerBenchmark benchmark = new LedgerBenchmark(scratch.directory(), world, figures, size);
            double rate = benchmark.singles();
            benchmark.batches();
            benchmark.halfLoad(rate / 2);
            benchmark.closedLoop();
        }
    }

    /** One delivery versus payment in an envelope. Tells the rate of the first workload. */
    private double singles() throws IOException, InterruptedException {
        List<Workload> workloads = List.of(Workload.DVP, Workload.DVP_HOT, Workload.DVP_TWO_PARTIES);
        List<Double> verifications = new ArrayList<>();
        Duration time = Duration.ofMillis((long) (1_000 * size.seconds));
        List<Double> rates = rates(workloads, () -> verifications.add(Verifications.perSecondOnAllCores(time)));
        for (int i = 0; i < workloads.size(); i++) {
            figures.add(new Figure(workloads.get(i).name(), rates.get(i), "DvP/s"));
        }
        figures.add(Named.VERIFICATIONS_BESIDE, Median.of(verifications));
        return rates.getFirst();
    }

    private void batches() throws IOException, InterruptedException {
        double best = 0;
        for (int legs : new int[] {8, 64, 256, 1_000}) {
            Workload workload = Workload.batch(legs);
            double perSecond = rates(List.of(workload), () -> {}).getFirst() * legs;
            figures.add(new Figure(workload.name(), perSecond, "legs/s"));
            best = Math.max(best, perSecond);
        }
        figures.add(Named.BATCH_BEST, best);
    }

    /**
     * Envelopes a second of each workload: they take turns with each other and with something else, so that none has the
     * machine at another time.
     */
    private List<Double> rates(List<Workload> workloads, Interlude interlude) throws InterruptedException {
        List<Rate> rates = new ArrayList<>();
        for (Workload workload : workloads) {
            int warming = Math.max(10, size.warmingEnvelopes / workload.dvps());
            rates.add(new Rate(workload, (int) Math.max(10, flood(workload, warming) * size.seconds)));
        }
        for (int round = 0; round < size.rounds; round++) {
            for (Rate rate : rates) {
                rate.measured.add(flood(rate.workload, rate.envelopes));
            }
            interlude.play();
        }
        return rates.stream().map(Rate::median).toList();
    }

    private interface Interlude {
        void play() throws InterruptedException;
    }

    /** A workload, how many of its envelopes make a run, and what each run came to. */
    private record Rate(Workload workload, int envelopes, List<Double> measured) {

        Rate(Workload workload, int envelopes) {
            this(workload, envelopes, new ArrayList<>());
        }

        double median() {
            return Median.of(measured);
        }
    }

    /** Envelopes a second, from the first submission to the last receipt. */
    private double flood(Workload workload, int envelopes) throws InterruptedException {
        List<byte[]> signed = trades.sign(workload, envelopes);
        Books books = Books.open(world);
        Run run = Load.flood(world.node(), signed);
        books.close(run, workload.dvps());
        requireAll(run, books);
        return envelopes / run.seconds();
    }

    private void halfLoad(double perSecond) throws IOException, InterruptedException {
        List<byte[]> signed = trades.sign(Workload.DVP, (int) Math.max(10, perSecond * size.halfLoadSeconds));
        Books books = Books.open(world);
        Run run = Load.paced(world.node(), signed, perSecond);
        books.close(run, 1);
        Histogram latencies = run.latencies();
        figures.add(new Figure("DvP at half load, sent", perSecond, "DvP/s"));
        figures.add(new Figure("DvP at half load, refused by the node (too much in flight)", run.refused(), ""));
        figures.add(new Figure("DvP at half load, rejected by the ledger", books.rejected(), ""));
        figures.add(new Figure("DvP at half load, p50", millis(latencies, 50), "ms"));
        figures.add(Named.HALF_LOAD_P99, millis(latencies, 99));
        figures.add(Named.HALF_LOAD_P999, millis(latencies, 99.9));
        figures.add(new Figure("DvP at half load, longest", latencies.getMaxValue() / NANOS_PER_MILLI, "ms"));
    }

    private void closedLoop() throws IOException, InterruptedException {
        List<byte[]> signed = trades.sign(Workload.DVP, size.oneByOne);
        Books books = Books.open(world);
        Histogram appends = Disk.forcedAppends(scratch.resolve("before"), size.oneByOne);
        Run run = Load.oneByOne(world.node(), signed);
        appends.add(Disk.forcedAppends(scratch.resolve("after"), size.oneByOne));
        books.close(run, 1);
        requireAll(run, books);
        Histogram latencies = run.latencies();
        figures.add(Named.FDATASYNC_BESIDE, millis(appends, 50));
        figures.add(Named.CLOSED_LOOP_P50, millis(latencies, 50));
        figures.add(new Figure("DvP, one client in closed loop, p99", millis(latencies, 99), "ms"));
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** A rate counts what was done: nothing refused, nothing rejected. */
    private static void requireAll(Run run, Books books) {
        if (run.refused() != 0 || books.rejected() != 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "of %,d envelopes the node refused %,d, and the ledger rejected %,d commands",
                    run.requests(),
                    run.refused(),
                    books.rejected()));
        }
    }
}
