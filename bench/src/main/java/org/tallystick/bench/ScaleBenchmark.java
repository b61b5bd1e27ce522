package org.tallystick.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Median;
import org.tallystick.bench.report.Named;
import org.tallystick.ledger.engine.Ledger;

/** The ledger alone, large: what a leg costs on ten million holdings and on ten thousand, and what a fork takes. */
public final class ScaleBenchmark {

    private static final int FORKS = 7;
    private static final int ASSETS = 2;

    private ScaleBenchmark() {}

    /** How many holdings there are in each measurement. */
    record Size(int few, int many, int forked) {

        static final Size FULL = new Size(10_000, 10_000_000, 1_000_000);
    }

    /**
     * @param args the file that the figures are added to
     */
    public static void main(String[] args) throws IOException {
        measure(Figures.in(Path.of(args[0])), Size.FULL);
    }

    static void measure(Figures figures, Size size) throws IOException {
        figures.add(Named.FORK, millisToFork(size.forked));
        BenchLedger few = withHoldings(size.few);
        BenchLedger many = withHoldings(size.many);
        CoreBenchmark.inTurn(few, few, CoreBenchmark.BATCHES); // for the compiler
        CoreBenchmark.NanosPerLeg nanos = CoreBenchmark.inTurn(few, many, CoreBenchmark.BATCHES);
        figures.add(Named.LEG_AT_10_THOUSAND, nanos.small());
        figures.add(Named.LEG_AT_10_MILLION, nanos.large());
    }

    private static BenchLedger withHoldings(int holdings) {
        return CoreBenchmark.endowed(holdings / ASSETS, CoreBenchmark.TWO_ASSETS);
    }

    /** The median of several forks. */
    private static double millisToFork(int holdings) {
        BenchLedger bench = withHoldings(holdings);
        bench.verify();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < FORKS; i++) {
            long start = System.nanoTime();
            Ledger fork = bench.ledger.fork();
            nanos.add(System.nanoTime() - start);
            if (!fork.stateHash().equals(bench.ledger.stateHash())) {
                throw new IllegalStateException("the fork is not what the ledger is");
            }
        }
        return Median.of(nanos) / 1e6;
    }
}
