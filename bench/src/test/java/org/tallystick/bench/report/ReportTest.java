package org.tallystick.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    private Path directory;

    private Figures figures;

    @BeforeEach
    void noFigures() throws Exception {
        figures = Figures.in(directory.resolve("figures.json"));
    }

    private Row row(String name) {
        return Report.rows(figures).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRatioIsHeldAgainstItsTarget() throws Exception {
        figures.add(Named.DVP, 20_000);
        figures.add(Named.POSTGRES_DVP, 5_000);
        figures.add(Named.VERIFICATIONS_BESIDE, 40_000);

        assertThat(row("DvP, signed, to PostgreSQL's best, unsigned"))
                .isEqualTo(new Row(
                        "DvP, signed, to PostgreSQL's best, unsigned", 20_000, "DvP/s", 5_000.0, 4.0, ">= 4x", true));
        assertThat(row("DvP, one signature, to Ed25519 verifications").met()).isFalse();
    }

    @Test
    void aLatencyMayExceedTheDisksByAMillisecond() throws Exception {
        figures.add(Named.FDATASYNC_BESIDE, 0.5);
        figures.add(Named.CLOSED_LOOP_P50, 1.5);

        Row row = row("one client in closed loop, p50, to fdatasync");
        assertThat(row.target()).isEqualTo("<= 1.50 ms");
        assertThat(row.met()).isTrue();
    }

    @Test
    void aLatencyBeyondThatMissesIt() throws Exception {
        figures.add(Named.FDATASYNC_BESIDE, 0.5);
        figures.add(Named.CLOSED_LOOP_P50, 1.6);

        assertThat(row("one client in closed loop, p50, to fdatasync").met()).isFalse();
    }

    @Test
    void whatIsMeasuredBeforeAndAfterCountsWithTheMean() throws Exception {
        figures.add(Named.POSTGRES_DVP, 9_000);
        figures.add(Named.DVP, 32_000);
        Figures.in(directory.resolve("figures.json")).add(Named.POSTGRES_DVP, 7_000); // by another process

        figures = Figures.in(directory.resolve("figures.json"));

        assertThat(row("DvP, signed, to PostgreSQL's best, unsigned").peer()).isEqualTo(8_000);
        assertThat(figures.all())
                .extracting(Figure::name)
                .containsExactly(Named.POSTGRES_DVP.title(), Named.DVP.title());
    }

    @Test
    void theTableHasARowForEachGoalAndSaysWhatWasNotMeasured() throws Exception {
        assertThat(Report.table(figures)).contains("Not measured in this run: DvP, one signature");
        for (Named name : Named.values()) {
            figures.add(name, 1);
        }

        String table = Report.table(figures);

        assertThat(table).doesNotContain("Not measured");
        for (Goal goal : Goal.ALL) {
            assertThat(table).contains(goal.title());
        }
    }

    @Test
    void everyNamedFigureHasANameOfItsOwn() {
        assertThat(Arrays.stream(Named.values()).map(Named::title)).doesNotHaveDuplicates();
    }

    @Test
    void theRowsAreAListInAFile() throws Exception {
        figures.add(Named.DVP, 20_000);
        Path rows = directory.resolve("bench.json");

        Report.main(new String[] {directory.resolve("figures.json").toString(), rows.toString()});

        assertThat(Files.readString(rows))
                .startsWith("[")
                .contains("\"name\" : \"DvP, one signature\"", "\"value\" : 20000.0", "\"unit\" : \"DvP/s\"");
    }
}
