package org.tallystick.bench.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.authority.LedgerBenchmark.Size;
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
}
