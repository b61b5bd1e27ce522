package org.tallystick.simulator.scenario;

import java.util.List;
import java.util.Optional;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.simulator.signing.Signing;

/** Plays a scenario on a ledger of its own, the auditor watching every entry; stops at what is not as expected. */
public final class ScenarioRun {

    private final Scenario scenario;
    private final Stage stage;

    private ScenarioRun(Scenario scenario, Signing signing) {
        this.scenario = scenario;
        this.stage = new Stage(signing);
    }

    /** Plays it with real signatures over real bytes. */
    public static ScenarioResult of(Scenario scenario) {
        return of(scenario, Signing.withEnvelopes());
    }

    public static ScenarioResult of(Scenario scenario, Signing signing) {
        return new ScenarioRun(scenario, signing).play();
    }

    private ScenarioResult play() {
        int played = 0;
        try {
            for (Step step : scenario.steps()) {
                played++;
                play(step);
            }
            return new ScenarioResult(scenario.title(), played, stage.entries(), Optional.empty());
        } catch (Unexpected unexpected) {
            return new ScenarioResult(scenario.title(), played, stage.entries(), Optional.of(unexpected.failure()));
        }
    }

    private void play(Step step) {
        switch (step) {
            case Step.SetTime s -> {
                stage.moveClock(s.moment());
                runAllDue(s.line());
            }
            case Step.Send s -> stage.send(s);
            case Step.SendAgain s -> stage.sendAgain(s);
            case Step.RunDue s -> {
                if (s.steps().isPresent()) {
                    runDue(s, s.steps().getAsInt());
                } else {
                    runAllDue(s.line());
                }
            }
            case Step.SnapshotAndRestore s -> stage.snapshotAndRestore(s.line());
            case Step.Look s -> {
                String found = stage.lookAt(s.expectation());
                if (!found.isEmpty()) {
                    throw new Unexpected(s.line(), found);
                }
            }
        }
    }

    private void runDue(Step.RunDue step, int steps) {
        Step.Request request = new Step.Request(
                step.line(), b -> new AdministrationCommand.RunDueActions(steps), null, Expected.read(step.line()));
        stage.send(new Step.Send(step.line(), ScenarioParser.OPERATOR, BatchMode.INDEPENDENT, List.of(request)));
    }

    /** As the timer of an authority would: entry after entry until nothing is due. */
    private void runAllDue(Line line) {
        for (int ticks = 0; stage.isSomethingDue(); ticks++) {
            if (ticks == 10_000) {
                throw new Unexpected(line, "due work does not come to an end");
            }
            stage.execute(line, new Entry.Tick());
        }
    }
}
