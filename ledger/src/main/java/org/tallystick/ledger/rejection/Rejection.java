package org.tallystick.ledger.rejection;

/**
 * Why a command was refused, and where.
 *
 * @param leg position of the leg concerned, from 0; -1 where no leg is
 * @param subject number of what is concerned; of what kind it is {@link RejectionCode#subject} tells. 0 where nothing is, or
 *     what is must not be told. Never an amount: a rejection must not tell what another party owns.
 */
public record Rejection(RejectionCode code, int leg, long subject) {

    public static Rejection of(RejectionCode code) {
        return new Rejection(code, -1, 0);
    }

    public static Rejection of(RejectionCode code, long subject) {
        return new Rejection(code, -1, subject);
    }

    /** What it concerns, in words: "leg 2, account 14"; legs count from 1. Empty where there is nothing to name. */
    public String concerns() {
        String where = leg < 0 ? "" : "leg " + (leg + 1);
        String what = subject == 0 ? "" : code.subject().named(subject);
        return where.isEmpty() || what.isEmpty() ? where + what : where + ", " + what;
    }
}
