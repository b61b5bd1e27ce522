package org.tallystick.app.scenario;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.ExitCode;
import org.tallystick.app.console.Failure;
import org.tallystick.simulator.scenario.Scenario;
import org.tallystick.simulator.scenario.ScenarioError;
import org.tallystick.simulator.scenario.ScenarioResult;
import org.tallystick.simulator.scenario.ScenarioRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tally scenario}. */
@Command(
        name = "scenario",
        header = "Play scenario files and compare what happens with what they expect.",
        descriptionHeading = "%n",
        description = {
            "A scenario names parties and accounts, says what they ask and what the ledger must answer. Each is "
                    + "played on a ledger of its own, with real signatures, while an independent auditor watches "
                    + "every entry. docs/SCENARIOS.md teaches the format. Prints a line for each file.",
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:All scenarios hold.",
            "1:At least one does not; its line tells what was found instead.",
            "2:A file cannot be read; the message tells line and column.",
        },
        footerHeading = "%nExample:%n",
        footer = "  tally scenario scenarios/*.tally")
public final class ScenarioCommand implements Callable<Integer> {

    @Mixin
    private Conventions output = new Conventions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws IOException {
        boolean allHold = true;
        for (Path file : files) {
            ScenarioResult result = ScenarioRun.of(read(file));
            tell(file, result);
            allHold &= result.holds();
        }
        return allHold ? ExitCode.OK : ExitCode.DOES_NOT_HOLD;
    }

    private static Scenario read(Path file) throws IOException {
        try {
            return Scenario.parse(Files.readString(file));
        } catch (ScenarioError error) {
            throw Failure.badInput("BAD_SCENARIO", "%s, %s".formatted(file, error.getMessage()));
        } catch (MalformedInputException e) {
            throw Failure.badInput("NOT_UTF_8", "%s is not a text in UTF-8".formatted(file));
        }
    }

    private void tell(Path file, ScenarioResult result) {
        if (output.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", file.toString());
            json.put("title", result.title());
            json.put("holds", result.holds());
            json.put("steps", result.steps());
            json.put("entries", result.entries());
            result.failure().ifPresent(failure -> {
                json.put("line", failure.line());
                json.put("found", failure.found());
            });
            output.printJson(json);
            return;
        }
        output.out()
                .printf(
                        "%s  %s: %s (%,d steps, %,d entries)%n",
                        result.holds() ? "holds" : "FAILS", file, result.title(), result.steps(), result.entries());
        result.failure().ifPresent(failure -> output.out().printf("    %s%n", failure));
        output.out().flush();
    }
}
