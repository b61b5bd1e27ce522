package org.tallystick.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every scenario of the repository plays as it says, with real signatures and the auditor watching. */
class ScenariosTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    @TestFactory
    Stream<DynamicTest> every_scenario_of_the_repository_holds() throws IOException {
        try (Stream<Path> files = Files.list(SCENARIOS)) {
            List<Path> scenarios = files.filter(file -> file.toString().endsWith(".tally"))
                    .sorted()
                    .toList();
            assertThat(scenarios).hasSizeGreaterThan(20);
            return scenarios.stream().map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> holds(file)));
        }
    }

    private static void holds(Path file) throws IOException {
        ScenarioResult result = ScenarioRun.of(Scenario.parse(Files.readString(file)));
        assertThat(result.failure()).as(result.title()).isEmpty();
        assertThat(result.entries()).isPositive();
    }
}
