package org.tallystick.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/SCENARIOS.md teaches what is so. */
class ScenarioGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "SCENARIOS.md");

    @Test
    void every_example_of_the_guide_holds() throws IOException {
        List<String> examples = Pattern.compile("```tally\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map(result -> result.group(1))
                .toList();

        assertThat(examples).hasSize(3);
        assertThat(examples).allSatisfy(example -> {
            ScenarioResult result = ScenarioRun.of(Scenario.parse(example));
            assertThat(result.failure()).isEmpty();
        });
    }

    @Test
    void the_failure_of_the_guide_is_told_as_there() throws IOException {
        String first = Pattern.compile("```tally\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        ScenarioResult result =
                ScenarioRun.of(Scenario.parse(first.replace("rejected AVAILABLE_BELOW_DEBIT", "final")));

        assertThat(result.holds()).isFalse();
        assertThat(Files.readString(GUIDE))
                .contains(result.failure().orElseThrow().toString());
    }
}
