package org.tallystick.app.day.plan;

/** An entry did not end as it must: the run stops at it. */
public final class UnexpectedOutcome extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnexpectedOutcome(String sentence) {
        super(sentence);
    }
}
