package org.tallystick.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.ScaleBenchmark.Size;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

class ScaleBenchmarkTest {

    @TempDir
    private Path directory;

    @Test
    void aLedgerIsForkedAndLegsAreCountedOnFewHoldingsAndMore() throws Exception {
        Path file = directory.resolve("figures.json");

        ScaleBenchmark.measure(Figures.in(file), new Size(20, 200, 200));

        Figures figures = Figures.in(file);
        for (Named name : new Named[] {Named.FORK, Named.LEG_AT_10_THOUSAND, Named.LEG_AT_10_MILLION}) {
            assertThat(figures.find(name.title()).orElseThrow().value())
                    .as(name.title())
                    .isPositive();
        }
    }
}
