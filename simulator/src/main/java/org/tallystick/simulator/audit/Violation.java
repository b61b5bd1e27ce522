package org.tallystick.simulator.audit;

/**
 * Something the ledger did and must not have done.
 *
 * @param index log index of the entry
 * @param rule name of the check that objects
 * @param sentence what is wrong, with the numbers
 */
public record Violation(long index, String rule, String sentence) {

    @Override
    public String toString() {
        return "entry " + index + ", " + rule + ": " + sentence;
    }
}
