package org.tallystick.gateway.approval;

import org.tallystick.gateway.http.Problem;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/** Why something cannot wait for signatures, in words. */
final class ApprovalRefusals {

    private ApprovalRefusals() {}

    static Problem malformed(RejectionCode code, String reason) {
        return Problem.of(400, Rejection.of(code), reason);
    }

    static Problem wrongLedger() {
        return Problem.of(422, Rejection.of(RejectionCode.WRONG_LEDGER), "The payload is meant for another ledger.");
    }

    static Problem anotherParty() {
        return new Problem(
                403,
                "NOT_YOUR_PARTY",
                "The payload speaks for another party.",
                "Only what your own party asks for can wait for its keys.");
    }

    static Problem badSignature() {
        return Problem.of(
                422,
                Rejection.of(RejectionCode.BAD_SIGNATURE),
                "It is not this key's over this payload; nothing is kept.");
    }

    static Problem notYourKey() {
        return Problem.of(
                403, Rejection.of(RejectionCode.UNKNOWN_KEY), "The key is none of your party's; nothing is kept.");
    }

    static Problem revokedKey() {
        return Problem.of(403, Rejection.of(RejectionCode.REVOKED_KEY), "The key is revoked; nothing is kept.");
    }

    static Problem demonstrationKey() {
        return new Problem(
                403,
                "DEMONSTRATION_KEY",
                "The key is for demonstrations only.",
                "Everybody can have this key. It counts only where the ledger is shown with made-up parties.");
    }

    static Problem expired() {
        return Problem.of(422, Rejection.of(RejectionCode.EXPIRED), "The payload is not valid any more.");
    }

    static Problem validTooLong() {
        return Problem.of(
                422, Rejection.of(RejectionCode.VALIDITY_TOO_LONG), "A payload is valid for at most 24 hours.");
    }

    static Problem tooManyOfParty(int most) {
        return new Problem(
                409,
                "TOO_MANY_APPROVALS",
                "Too much waits for your party's keys.",
                "At most " + most + " payloads of a party wait at a time. Sign or withdraw some.");
    }

    static Problem tooMany() {
        return Problem.unavailable("APPROVALS_FULL", "Too much waits for signatures; try again later.", 60);
    }

    static Problem unknown() {
        return Problem.notFound("Nothing of your party with this digest waits for signatures.");
    }
}
