package org.tallystick.simulator.scenario;

/** A step went otherwise than expected. */
final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String text;

    Unexpected(Line line, String found) {
        super(found);
        this.line = line.number();
        this.text = line.text();
    }

    ScenarioResult.Failure failure() {
        return new ScenarioResult.Failure(line, text, String.valueOf(getMessage()));
    }
}
