package org.tallystick.simulator.scenario;

import java.util.Optional;

/**
 * How a scenario went.
 *
 * @param steps how many of its steps were played
 * @param entries how many log entries that made
 * @param failure the first thing that was not as expected; empty if there was none
 */
public record ScenarioResult(String title, int steps, long entries, Optional<Failure> failure) {

    /**
     * Something that was not as expected.
     *
     * @param line from 1
     * @param text the line as written
     * @param found what was found instead
     */
    public record Failure(int line, String text, String found) {

        @Override
        public String toString() {
            return "line " + line + ": " + text + System.lineSeparator() + "    " + found;
        }
    }

    /** Whether everything was as expected. */
    public boolean holds() {
        return failure.isEmpty();
    }
}
