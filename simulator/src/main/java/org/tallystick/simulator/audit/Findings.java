package org.tallystick.simulator.audit;

import java.util.ArrayList;
import java.util.List;

/** Collects the violations of one entry. */
final class Findings {

    private final long index;
    private final List<Violation> violations = new ArrayList<>();

    Findings(long index) {
        this.index = index;
    }

    void add(Check check, String sentence) {
        violations.add(new Violation(index, check.rule(), sentence));
    }

    /** Objects unless the condition holds. */
    void expect(boolean condition, Check check, String sentence) {
        if (!condition) {
            add(check, sentence);
        }
    }

    List<Violation> list() {
        return List.copyOf(violations);
    }
}
