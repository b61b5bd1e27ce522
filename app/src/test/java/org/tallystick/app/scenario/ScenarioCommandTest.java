package org.tallystick.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.app.TallyRun;

class ScenarioCommandTest {

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    private static final String ALICE_HAS_TEN_DOLLARS = """
            scenario "Alice is given ten dollars"

            time 2025-01-15 09:00
            party FED   cash-issuer
            party ALICE participant
            account ALICE.main
            cash USD by FED

            FED issues 10.00 USD to ALICE.main
            balance ALICE.main %s USD
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theScenariosOfTheProjectHoldEachOnALine() {
        TallyRun played = tally(
                "scenario",
                SCENARIOS.resolve("delivery-versus-payment.tally"),
                SCENARIOS.resolve("overspending.tally"));
        assertThat(played.lines()).hasSize(2).allMatch(line -> line.startsWith("holds  "));
        assertThat(played.exitCode()).isZero();
    }

    @Test
    void whatIsFoundInsteadIsToldWithItsLine() throws IOException {
        TallyRun played = tally("scenario", scenario(ALICE_HAS_TEN_DOLLARS.formatted("11.00")));
        assertThat(played.exitCode()).isEqualTo(1);
        assertThat(played.out()).startsWith("FAILS  ").contains("line 10: ").contains("10.00");
    }

    @Test
    void programsGetAnObjectForEachFile() throws IOException {
        TallyRun played = tally("scenario", scenario(ALICE_HAS_TEN_DOLLARS.formatted("10.00")), "--json");
        assertThat(played.exitCode()).isZero();
        assertThat(played.out()).contains("\"title\":\"Alice is given ten dollars\",\"holds\":true");
    }

    @Test
    void aFileThatIsNoScenarioIsToldWithLineAndColumn() throws IOException {
        TallyRun played = tally("scenario", scenario("scenario \"Nonsense\"\n\nALICE dances\n"));
        assertThat(played.exitCode()).isEqualTo(2);
        assertThat(played.err()).startsWith("tally: BAD_SCENARIO: ").contains("line 3, column ");
    }

    private Path scenario(String text) throws IOException {
        return Files.writeString(directory.resolve("a.tally"), text);
    }
}
