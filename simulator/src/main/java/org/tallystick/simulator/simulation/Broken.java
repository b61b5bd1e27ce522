package org.tallystick.simulator.simulation;

/** A simulated authority did what it must not. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1;

    Broken(String message) {
        super(message);
    }
}
