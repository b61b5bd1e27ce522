package org.tallystick.bench.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.readmodel.ReadModelBenchmark.Size;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;
import org.tallystick.readmodel.ReadModelConfig;

/** The tables are filled, follow, and are held against the ledger; how fast is not looked at, so any database will do. */
class ReadModelBenchmarkTest {

    @TempDir
    private Path directory;

    @Test
    void everyRunEndsWithTheTablesAsTheLedgerIs() throws Exception {
        Path file = directory.resolve("figures.json");

        ReadModelBenchmark.measure(Figures.in(file), new Size(20, 50, 20, 2, 10), ReadModelConfig.inMemory());

        Figures figures = Figures.in(file);
        assertThat(figures.find(Named.REBUILD.title())).isPresent();
        assertThat(figures.find(Named.PROJECTION.title())).isPresent();
    }
}
