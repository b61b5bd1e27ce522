package org.tallystick.bench.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.authority.LedgerBenchmark.Size;
import org.tallystick.bench.load.Load;
import org.tallystick.bench.load.Run;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

/** Every workload runs and ends as it must; how fast is not looked at. */
class LedgerBenchmarkTest {

    @TempDir
    private Path directory;

    @Test
    void everyWorkloadRunsAndItsEndStateIsVerified() throws Exception {
        Path file = directory.resolve("figures.json");

        LedgerBenchmark.measure(Figures.in(file), new Size(40, 1, 200, 0.01, 0.1, 20));

        Figures figures = Figures.in(file);
        for (Named name : new Named[] {
            Named.DVP, Named.DVP_HOT, Named.BATCH_BEST, Named.CLOSED_LOOP_P50, Named.HALF_LOAD_P99, Named.HALF_LOAD_P999
        }) {
            assertThat(figures.find(name.title())).as(name.title()).isPresent();
        }
        assertThat(figures.find("DvP at half load, rejected by the ledger")
                        .orElseThrow()
                        .value())
                .isZero();
    }

    @Test
    void aMovementThatNoReceiptTellsIsNoticed() throws Exception {
        try (World world = World.found(World.config(directory.resolve("ledger")), 4)) {
            Trades trades = new Trades(4, 0);
            Books books = Books.open(world);
            Run told = Load.flood(world.node(), trades.sign(Workload.DVP, 3));
            Load.flood(world.node(), trades.sign(Workload.DVP, 1));

            assertThatThrownBy(() -> books.close(told, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the end state is wrong, so no rate is printed: account ");
        }
    }

    @Test
    void whatTheNodeRefusesIsCountedAndNotTakenForDone() throws Exception {
        try (World world = World.found(World.config(directory.resolve("ledger")), 4)) {
            Trades trades = new Trades(4, 0);
            byte[] tooLong = new byte[70_000];
            Books books = Books.open(world);

            Run run = Load.paced(
                    world.node(), List.of(trades.sign(Workload.DVP, 1).getFirst(), tooLong), 1_000);
            books.close(run, 1);

            assertThat(run.refused()).isEqualTo(1);
            assertThat(books.accepted()).isEqualTo(1);
        }
    }
}
