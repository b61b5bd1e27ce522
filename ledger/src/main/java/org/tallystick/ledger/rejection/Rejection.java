package org.tallystick.ledger.rejection;

/**
 * Why a command was refused, and where.
 *
 * @param leg position of the leg concerned, from 0; -1 where no leg is
 * @param subject number of the account, asset, party, hold or settlement concerned; 0 where none is. Never an amount: a
 *     rejection must not tell what another party owns.
 */
public record Rejection(RejectionCode code, int leg, long subject) {

    public static Rejection of(RejectionCode code) {
        return new Rejection(code, -1, 0);
    }

    public static Rejection of(RejectionCode code, long subject) {
        return new Rejection(code, -1, subject);
    }
}
