package org.tallystick.bench.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.limits.LimitsBenchmark.Size;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

class LimitsBenchmarkTest {

    @TempDir
    private Path directory;

    @Test
    void everyLimitIsMeasured() throws Exception {
        Path file = directory.resolve("figures.json");

        LimitsBenchmark.measure(Figures.in(file), new Size(Duration.ofMillis(20), 20, 2));

        Figures figures = Figures.in(file);
        for (Named name : new Named[] {
            Named.VERIFICATIONS_ONE_CORE, Named.VERIFICATIONS_ALL_CORES, Named.FDATASYNC_MEDIAN, Named.SEQUENTIAL_WRITE
        }) {
            assertThat(figures.find(name.title()).orElseThrow().value())
                    .as(name.title())
                    .isPositive();
        }
    }
}
