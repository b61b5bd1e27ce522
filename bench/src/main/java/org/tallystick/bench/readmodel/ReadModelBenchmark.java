package org.tallystick.bench.readmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tallystick.bench.postgres.Cluster;
import org.tallystick.bench.postgres.Installation;
import org.tallystick.bench.report.Figure;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Median;
import org.tallystick.bench.report.Named;
import org.tallystick.ledger.book.Book;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReadModelConfig;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.HoldingView;

/**
 * How fast tables on a PostgreSQL server are filled anew, and how fast they follow a log that is ahead of them. After each
 * run every balance in the tables is held against the ledger's.
 */
public final class ReadModelBenchmark {

    private static final Scope ALL = Scope.everything();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SettlingLedger ledger;
    private final Figures figures;
    private final Size size;

    private ReadModelBenchmark(Figures figures, Size size) {
        this.ledger = new SettlingLedger(size.accounts);
        this.figures = figures;
        this.size = size;
    }

    /**
     * How much is done.
     *
     * @param accounts even
     * @param rebuilt receipts that the tables are filled anew from
     * @param followed receipts that they then follow, in each round
     * @param rounds of which the median is reported
     */
    record Size(int accounts, int rebuilt, int followed, int rounds, int reads) {

        static final Size FULL = new Size(20_000, 1_000_000, 200_000, 3, 100_000);
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws Exception {
        Optional<Installation> installation = Installation.find();
        if (installation.isEmpty()) {
            System.out.println("  there is no PostgreSQL on this machine, so its tables are not measured");
            return;
        }
        try (Cluster cluster = Cluster.start(installation.get())) {
            measure(Figures.in(Path.of(args[0])), Size.FULL, ReadModelConfig.server(cluster.url(), Cluster.USER, null));
        }
    }

    static void measure(Figures figures, Size size, ReadModelConfig tables) throws Exception {
        ReadModelBenchmark benchmark = new ReadModelBenchmark(figures, size);
        benchmark.ledger.settle(size.rebuilt);
        try (ReadModel model = ReadModel.open(tables, benchmark.ledger.genesis())) {
            benchmark.rebuild(model);
            benchmark.follow(model);
            benchmark.read(model.views());
        }
    }

    private void rebuild(ReadModel model) throws IOException {
        long begun = System.nanoTime();
        model.rebuild(ledger.log(), entry -> {});
        double seconds = (System.nanoTime() - begun) / 1e9;
        verify(model.views());
        figures.add(Named.REBUILD, seconds * Size.FULL.rebuilt / size.rebuilt);
    }

    /** What the log is ahead by, as fast as it can be written. */
    private void follow(ReadModel model) throws IOException, InterruptedException {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < size.rounds; round++) {
            ledger.settle(size.followed);
            long begun = System.nanoTime();
            try (Projection projection = model.project(ledger.log())) {
                if (!projection.await(ledger.log().lastIndex(), PATIENCE)) {
                    throw new IllegalStateException("not there: " + projection.failure());
                }
            }
            rates.add(size.followed * 1e9 / (System.nanoTime() - begun));
            verify(model.views());
        }
        figures.add(Named.PROJECTION, Median.of(rates));
    }

    private void read(Views views) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        long nanos = 0;
        for (int round = 0; round < 2; round++) { // the first is for the compiler
            long begun = System.nanoTime();
            for (int i = 0; i < size.reads; i++) {
                int account = 1 + random.nextInt(size.accounts);
                HoldingView found = views.holding(Scope.ofParty(SettlingLedger.owner(account)), account, 1)
                        .orElseThrow();
                requireAsInBook(found);
            }
            nanos = System.nanoTime() - begun;
        }
        figures.add(new Figure("tables in PostgreSQL, balances read by one thread", size.reads * 1e9 / nanos, "/s"));
    }

    /** Every holding of the tables is the ledger's, and there is no other; and so is what is outstanding. */
    private void verify(Views views) {
        if (views.position() != ledger.log().lastIndex()) {
            throw new IllegalStateException("the tables are at entry " + views.position());
        }
        views.supply().forEach(supply -> {
            if (supply.outstanding() != SettlingLedger.EACH * size.accounts
                    || supply.outstanding() != ledger.book().supply(supply.asset())) {
                throw new IllegalStateException("not as in the book: " + supply);
            }
        });
        int holdings = 0;
        @Nullable String after = null;
        do {
            Page<HoldingView> page = views.holdings(ALL, new Page.Request(Page.Request.MOST, after));
            page.items().forEach(this::requireAsInBook);
            holdings += page.items().size();
            after = page.next();
        } while (after != null);
        if (holdings != 2 * size.accounts) {
            throw new IllegalStateException(holdings + " holdings");
        }
    }

    private void requireAsInBook(HoldingView holding) {
        Book book = ledger.book();
        if (holding.available() != book.available(holding.account(), holding.asset()) || holding.held() != 0) {
            throw new IllegalStateException("not as in the book: " + holding);
        }
    }
}
