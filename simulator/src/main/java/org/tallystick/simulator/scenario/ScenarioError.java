package org.tallystick.simulator.scenario;

/** A scenario that cannot be read, and where: lines and columns are counted from 1. */
public final class ScenarioError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    ScenarioError(int line, int column, String message) {
        super("line " + line + ", column " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
