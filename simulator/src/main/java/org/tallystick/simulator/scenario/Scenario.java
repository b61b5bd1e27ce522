package org.tallystick.simulator.scenario;

import java.util.List;

/**
 * A scenario, read and ready to run.
 *
 * @see ScenarioRun
 */
public final class Scenario {

    private final String title;
    private final List<Step> steps;

    Scenario(String title, List<Step> steps) {
        this.title = title;
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a scenario.
     *
     * @throws ScenarioError with line and column, for what cannot be read
     */
    public static Scenario parse(String text) {
        return new ScenarioParser().parse(text);
    }

    public String title() {
        return title;
    }

    List<Step> steps() {
        return steps;
    }
}
