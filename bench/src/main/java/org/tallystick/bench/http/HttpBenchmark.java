package org.tallystick.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tallystick.bench.Scratch;
import org.tallystick.bench.authority.Trades;
import org.tallystick.bench.authority.Workload;
import org.tallystick.bench.postgres.Cluster;
import org.tallystick.bench.postgres.Installation;
import org.tallystick.bench.report.Figure;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Median;
import org.tallystick.bench.report.Named;

/**
 * An authority's gateway under load: balances read, and signed settlements handed in, over HTTP from another process on the
 * same machine. After each run of settlements all receipts are checked, and all balances over HTTP.
 */
public final class HttpBenchmark {

    private static final int READING = 32;
    private static final int SUBMITTING = 128;

    private final Authority authority;
    private final Sessions sessions;
    private final Reads reads;
    private final Balances balances;
    private final Trades trades;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Tables tables;
    private final Figures figures;
    private final Size size;
    private double receiptsBehind;
    private double secondsBehind;

    private HttpBenchmark(Authority authority, Tables tables, Figures figures, Size size)
            throws IOException, InterruptedException {
        this.authority = authority;
        this.tables = tables;
        this.figures = figures;
        this.size = size;
        this.sessions = Sessions.open(authority);
        this.reads = new Reads(authority.host(), sessions, size.accounts);
        this.balances = Balances.read(authority, reads);
        this.trades = new Trades(size.accounts, 0);
    }

    /**
     * How much is done.
     *
     * @param accounts even
     * @param rounds how often each rate is measured; the median is reported
     * @param warming requests in the run before them, which is for the compiler and tells how many make {@code seconds}
     * @param seconds that each measured run is to take
     */
    record Size(int accounts, int rounds, int warming, double seconds) {

        static final Size FULL = new Size(10_000, 3, 40_000, 3);
    }

    /** Where the tables are, and what that is called. */
    private record Tables(String name, Named reads, Named posts, Named bulk, List<String> arguments) {}

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws Exception {
        measure(Figures.in(Path.of(args[0])), Size.FULL);
    }

    static void measure(Figures figures, Size size) throws Exception {
        measure(figures, size, new Tables("H2", Named.HTTP_READS, Named.HTTP_SUBMISSIONS, Named.HTTP_BULK, List.of()));
        Optional<Installation> installation = Installation.find();
        if (installation.isEmpty()) {
            System.out.println("  there is no PostgreSQL on this machine, so its tables are not measured");
            return;
        }
        try (Cluster cluster = Cluster.start(installation.get())) {
            measure(
                    figures,
                    size,
                    new Tables(
                            "PostgreSQL",
                            Named.HTTP_READS_POSTGRES,
                            Named.HTTP_SUBMISSIONS_POSTGRES,
                            Named.HTTP_BULK_POSTGRES,
                            List.of(cluster.url(), Cluster.USER)));
        }
    }

    private static void measure(Figures figures, Size size, Tables tables) throws Exception {
        try (Scratch scratch = Scratch.create()) {
            List<String> arguments =
                    new ArrayList<>(List.of(scratch.directory().toString(), Integer.toString(size.accounts)));
            arguments.addAll(tables.arguments);
            try (Authority authority = Authority.start(arguments)) {
                HttpBenchmark benchmark = new HttpBenchmark(authority, tables, figures, size);
                benchmark.reads();
                benchmark.posts();
                benchmark.bulk();
            }
        }
    }

    /** A run of so many requests, and how many of them a second were answered. */
    private interface Flood {
        double perSecond(int requests) throws Exception;
    }

    /** One run for the compiler, which tells how long the others are to be, then the median of these. */
    private double median(Flood flood) throws Exception {
        flood.perSecond(size.warming);
        int requests = (int) Math.max(10, flood.perSecond(size.warming) * size.seconds);
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < size.rounds; round++) {
            rates.add(flood.perSecond(requests));
        }
        return Median.of(rates);
    }

    private void add(String what, double value, String unit) throws IOException {
        figures.add(new Figure("HTTP, " + tables.name + ", " + what, value, unit));
    }

    private void addLatencies(String what, HttpRun run) throws IOException {
        add(what + ", p50", run.millis(50), "ms");
        add(what + ", p99", run.millis(99), "ms");
        add(what + ", p99.9", run.millis(99.9), "ms");
    }

    // --- Reading ---

    private void reads() throws Exception {
        double rate = median(requests -> {
            int[] drawn = draw(requests);
            return HttpLoad.flood(
                            authority.address(),
                            READING,
                            requests,
                            request -> reads.request(drawn[request]),
                            (request, status, body) ->
                                    requireSame(drawn[request], Reads.available(drawn[request], status, body)))
                    .perSecond();
        });
        figures.add(tables.reads, rate);
        int requests = (int) Math.max(10, rate / 2 * size.seconds);
        int[] drawn = draw(requests);
        addLatencies(
                "balances read at half that rate",
                HttpLoad.paced(
                        authority.address(),
                        READING,
                        requests,
                        rate / 2,
                        request -> reads.request(drawn[request]),
                        (request, status, body) ->
                                requireSame(drawn[request], Reads.available(drawn[request], status, body))));
    }

    private int[] draw(int requests) {
        return random.ints(requests, 0, reads.count()).toArray();
    }

    /** Nothing moves while balances are read. */
    private void requireSame(int balance, long read) {
        if (read != balances.of(balance)) {
            throw new IllegalStateException("account %d has %d over HTTP, and not %d"
                    .formatted(Reads.account(balance), read, balances.of(balance)));
        }
    }

    // --- Submitting ---

    private void posts() throws Exception {
        double rate = median(requests -> {
            Posts posts = sign(requests);
            HttpRun run = HttpLoad.flood(authority.address(), SUBMITTING, requests, posts::request, posts::take);
            verify(posts.receipts(), requests);
            return run.perSecond();
        });
        figures.add(tables.posts, rate);
        addLag("a run of these");
        int requests = (int) Math.max(10, rate / 2 * size.seconds);
        Posts posts = sign(requests);
        HttpRun run = HttpLoad.paced(authority.address(), SUBMITTING, requests, rate / 2, posts::request, posts::take);
        verify(posts.receipts(), requests);
        addLatencies("submissions at half that rate", run);
    }

    private Posts sign(int envelopes) {
        return new Posts(authority.host(), sessions, trades.sign(Workload.DVP, envelopes));
    }

    private void bulk() throws Exception {
        figures.add(tables.bulk, median(envelopes -> {
            List<byte[]> alphas = new ArrayList<>();
            List<byte[]> betas = new ArrayList<>();
            trades.sign(Workload.DVP, envelopes)
                    .forEach(envelope -> (Sessions.isAlphas(envelope) ? alphas : betas).add(envelope));
            List<Callable<List<byte[]>>> bulks =
                    List.of(Bulk.of(authority, sessions.alpha(), alphas), Bulk.of(authority, sessions.beta(), betas));
            long begun = System.nanoTime();
            List<byte[]> receipts = atOnce(bulks);
            double perSecond = envelopes * 1e9 / (System.nanoTime() - begun);
            verify(receipts, envelopes);
            return perSecond;
        }));
        addLag("a run of bulks");
    }

    private static List<byte[]> atOnce(List<Callable<List<byte[]>>> bulks)
            throws InterruptedException, ExecutionException {
        List<byte[]> receipts = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(bulks.size())) {
            for (Future<List<byte[]>> answered : threads.invokeAll(bulks)) {
                receipts.addAll(answered.get());
            }
        }
        return receipts;
    }

    /** Receipts and balances, once the tables have followed; how far these were behind is remembered. */
    private void verify(List<byte[]> receipts, int expected) throws IOException, InterruptedException {
        long position = authority.position(sessions.alpha());
        long answered = System.nanoTime();
        long last = balances.move(receipts, expected);
        authority.awaitPosition(last, sessions.alpha());
        secondsBehind = (System.nanoTime() - answered) / 1e9;
        receiptsBehind = Math.max(0, (double) (last - position));
        balances.compare();
    }

    private void addLag(String what) throws IOException {
        add("lag of the tables after " + what, receiptsBehind, "receipts");
        add("lag of the tables after " + what + ", until they have caught up", secondsBehind, "s");
    }
}
