package org.tallystick.bench.postgres;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tallystick.bench.load.Draw;
import org.tallystick.bench.report.Figure;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

/**
 * The peer: PostgreSQL settles the same deliveries versus payment, each variant with several numbers of clients. The best
 * of them is what the ledger is held against.
 */
public final class PostgresBenchmark {

    private static final double HOT = 2.0;

    private final Store store;
    private final Figures figures;
    private final Size size;

    PostgresBenchmark(Store store, Figures figures, Size size) {
        this.store = store;
        this.figures = figures;
        this.size = size;
    }

    /** How many accounts trade, and how long each variant runs before and while it is measured. */
    record Size(int accounts, Duration warming, Duration measuring) {

        static final Size FULL = new Size(10_000, Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws Exception {
        Optional<Installation> installation = Installation.find();
        if (installation.isEmpty()) {
            System.out.println(
                    "  skipped: there is no PostgreSQL here (no initdb and pg_ctl on the PATH or in /usr/lib/postgresql)");
            return;
        }
        measure(installation.get(), Figures.in(Path.of(args[0])), Size.FULL);
    }

    private static void measure(Installation installation, Figures figures, Size size) throws Exception {
        try (Cluster cluster = Cluster.start(installation)) {
            new PostgresBenchmark(Store.create(cluster, size.accounts), figures, size).measureAll();
        }
    }

    void measureAll() throws Exception {
        singles();
        batches();
    }

    private void singles() throws Exception {
        Draw evenly = Draw.evenly(store.accounts());
        Draw hot = Draw.zipf(store.accounts(), HOT);
        double best = 0;
        double bestHot = 0;
        for (Variant variant : List.of(Variant.ROW_LOCKS, Variant.ATOMIC_UPDATES)) {
            for (int clients : new int[] {1, 4, 16}) {
                best = Math.max(best, measured(variant, clients, evenly, ""));
                bestHot = Math.max(bestHot, measured(variant, clients, hot, ", hot account"));
            }
        }
        figures.add(Named.POSTGRES_DVP, best);
        figures.add(new Figure("PostgreSQL, DvP, best variant, hot account", bestHot, "DvP/s"));
    }

    private void batches() throws Exception {
        Draw evenly = Draw.evenly(store.accounts());
        double best = 0;
        for (int legs : new int[] {64, 256, 1_000, 4_000}) {
            for (int clients : new int[] {1, 4}) {
                best = Math.max(best, measured(Variant.batch(legs), clients, evenly, ""));
            }
        }
        figures.add(Named.POSTGRES_BATCH, best);
    }

    /** DvPs a second of single ones, legs a second of batches. */
    private double measured(Variant variant, int clients, Draw draw, String what) throws Exception {
        store.begin();
        long warmed = settle(variant, clients, draw, size.warming, 0);
        long start = System.nanoTime();
        long settled = settle(variant, clients, draw, size.measuring, warmed);
        double seconds = (System.nanoTime() - start) / 1e9;
        store.verify(warmed + settled);
        boolean single = variant.dvps() == 1;
        double perSecond = (single ? 1 : 2) * settled / seconds;
        String name = "PostgreSQL, %s, %d client%s%s".formatted(variant.name(), clients, clients == 1 ? "" : "s", what);
        figures.add(new Figure(name, perSecond, single ? "DvP/s" : "legs/s"));
        return perSecond;
    }

    /** Has the clients settle for a time; tells how much they have settled. */
    private long settle(Variant variant, int clients, Draw draw, Duration time, long firstNumber)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int party = client + 1;
                counts.add(threads.submit(() -> oneClient(variant, party, draw, time, firstNumber)));
            }
            long settled = 0;
            for (Future<Long> count : counts) {
                settled += count.get();
            }
            return settled;
        }
    }

    private long oneClient(Variant variant, int party, Draw draw, Duration time, long firstNumber) throws SQLException {
        SplittableRandom random = new SplittableRandom(31 * firstNumber + party);
        long settled = 0;
        try (Settling client = new Settling(store.connect(), variant)) {
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() - end < 0) {
                client.settle(Drawn.next(party, firstNumber + settled, variant.dvps(), draw, random));
                settled += variant.dvps();
            }
        }
        return settled;
    }
}
