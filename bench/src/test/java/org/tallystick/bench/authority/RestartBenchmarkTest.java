package org.tallystick.bench.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.bench.authority.RestartBenchmark.Size;
import org.tallystick.bench.report.Figures;
import org.tallystick.bench.report.Named;

/** A process is really killed, twice; the next one goes on where it was. */
class RestartBenchmarkTest {

    @TempDir
    private Path directory;

    @Test
    void aKilledNodeIsTakenUpAgainAtTheNextEntry() throws Exception {
        Path file = directory.resolve("figures.json");

        RestartBenchmark.measure(Figures.in(file), new Size(20, 100, 1), new Size(20, 100, 2));

        assertThat(Figures.in(file).find(Named.RESTART.title())).isPresent();
    }
}
