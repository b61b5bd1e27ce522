package org.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.app.TallyRun.tally;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TallyTest {

    @Test
    void helpTellsCommandsExamplesAndExitCodes() {
        TallyRun help = tally("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains("Usage: tally")
                .contains("Commands:")
                .contains("key generate --out alice.pem")
                .contains("Exit codes, of every command:");
    }

    @Test
    void aMistypedCommandIsToldInASentenceWithWhatWasPerhapsMeant() {
        TallyRun mistyped = tally("keyy");
        assertThat(mistyped.exitCode()).isEqualTo(2);
        assertThat(mistyped.out()).isEmpty();
        assertThat(mistyped.err())
                .startsWith("tally: USAGE: ")
                .contains("'keyy'")
                .contains("Did you mean: tally key?")
                .contains("Try 'tally --help'.");
    }

    @Test
    void aMissingCommandIsAUsageError() {
        assertThat(tally().exitCode()).isEqualTo(2);
        assertThat(tally().err()).startsWith("tally: USAGE: A command is missing.");
    }

    @Test
    void everyCommandHasHelpAndJson() {
        CommandLine root = Tally.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
        root.getSubcommands().forEach(TallyTest::assertFollowsConventions);
    }

    private static void assertFollowsConventions(String name, CommandLine command) {
        if (name.equals("help")) {
            return;
        }
        assertThat(command.getCommandSpec().usageMessage().header())
                .as("header of %s", name)
                .isNotEmpty();
        assertThat(command.getCommandSpec().optionsMap()).as(name).containsKeys("--help", "--json", "--debug");
        command.getSubcommands().forEach(TallyTest::assertFollowsConventions);
    }
}
