package org.tallystick.app.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.Tally;

/** A run in a process of its own is killed in the middle, and taken up by another. */
class KilledDayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRADES = 150;

    @TempDir
    private Path directory;

    @Test
    void aRunThatWasKilledIsTakenUpAndEndsInTheSameState() throws IOException, InterruptedException {
        Path data = directory.resolve("killed");
        Process process = launch(data);
        awaitAcknowledgements(data, 500);
        process.destroyForcibly().waitFor();
        long acknowledged = lines(data.resolve("acknowledged.log"));

        JsonNode resumed = run(data);
        assertThat(resumed.at("/reconciliation/acknowledged").asLong()).isEqualTo(acknowledged);
        assertThat(resumed.at("/reconciliation/missing").asLong()).isZero();
        assertThat(resumed.at("/reconciliation/logged").asLong())
                .isGreaterThanOrEqualTo(acknowledged)
                .isLessThan(resumed.get("entries").asLong());
        assertThat(lines(data.resolve("acknowledged.log")))
                .isEqualTo(resumed.get("entries").asLong());

        JsonNode uninterrupted = run(directory.resolve("uninterrupted"));
        assertThat(resumed.get("stateHash")).isEqualTo(uninterrupted.get("stateHash"));
        assertThat(resumed.get("entries")).isEqualTo(uninterrupted.get("entries"));
    }

    private static JsonNode run(Path data) throws IOException {
        return JSON.readTree(
                tally("day", "--trades", TRADES, "--data", data, "--json").out());
    }

    private static Process launch(Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String opened : List.of("jdk.internal.misc", "sun.nio.ch", "java.util.zip")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")));
        command.add(Tally.class.getName());
        command.addAll(List.of("day", "--trades", Integer.toString(TRADES), "--data", data.toString(), "--json"));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitAcknowledgements(Path data, long wanted) throws IOException, InterruptedException {
        Path notes = data.resolve("acknowledged.log");
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!Files.exists(notes) || lines(notes) < wanted) {
            assertThat(Instant.now()).as("the run has begun").isBefore(end);
            Thread.sleep(20);
        }
    }

    /** Whole ones: the process may be killed in the middle of a line. */
    private static long lines(Path file) throws IOException {
        long lines = 0;
        for (byte one : Files.readAllBytes(file)) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }
}
