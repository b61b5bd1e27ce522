package org.tallystick.gateway.api;

import java.util.List;
import java.util.Optional;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.knowledge.Told;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.wire.json.ReceiptJson;

/** Receipts by which nothing happened, as problems: a client that looks at the status alone is not misled. */
final class Refusal {

    /** Why nothing happened: the command's place, from 0; -1 where the envelope was refused as a whole. */
    private record Reason(Rejection rejection, int command) {}

    private Refusal() {}

    /** The problem that a receipt is; empty when something happened. */
    static Optional<Problem> of(Receipt receipt, Told told) {
        return reason(receipt.verdict()).map(reason -> problem(reason, receipt, told));
    }

    private static Optional<Reason> reason(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused refused -> Optional.of(new Reason(refused.rejection(), -1));
            case Verdict.Decided decided -> reason(decided.outcomes());
            case Verdict.Repeated _, Verdict.Ticked _ -> Optional.empty();
        };
    }

    /** The first rejection that is not the consequence of another, where every command was rejected. */
    private static Optional<Reason> reason(List<Outcome> outcomes) {
        Reason first = null;
        for (int i = 0; i < outcomes.size(); i++) {
            if (!(outcomes.get(i) instanceof Outcome.Rejected rejected)) {
                return Optional.empty();
            }
            boolean isConsequence = rejected.rejection().code() == RejectionCode.BATCH_NOT_APPLIED;
            if (first == null && !isConsequence) {
                first = new Reason(rejected.rejection(), i);
            }
        }
        return Optional.ofNullable(first);
    }

    private static Problem problem(Reason reason, Receipt receipt, Told told) {
        RejectionCode code = reason.rejection().code();
        Problem problem = Problem.of(status(code), reason.rejection(), code.sentence())
                .with("index", receipt.index())
                .with("receipt", ReceiptJson.tree(told.receipt()))
                .with("withheld", told.withheld());
        return reason.command() < 0 ? problem : problem.with("command", reason.command());
    }

    /** 403: it is not yours to ask. 409: not as things stand. 413: too large. 422: not as it was asked. */
    static int status(RejectionCode code) {
        return switch (code) {
            case BAD_SIGNATURE,
                    UNKNOWN_PARTY,
                    UNKNOWN_KEY,
                    REVOKED_KEY,
                    THRESHOLD_NOT_MET,
                    PARTY_SUSPENDED,
                    ROLE_REQUIRED,
                    NOT_AUTHORISED,
                    SUSPENDS_ITSELF,
                    NOT_A_PARTY_TO_IT -> 403;
            case TOO_LARGE -> 413;
            case DUPLICATE,
                    INSTRUCTION_ID_REUSED,
                    BAD_NUMBER,
                    CODE_TAKEN,
                    KEY_TAKEN,
                    ACCOUNT_NOT_EMPTY,
                    ACCOUNT_FROZEN,
                    ACCOUNT_CLOSED,
                    ASSET_MATURED,
                    ALREADY_PUBLISHED,
                    TOO_EARLY,
                    SETTLEMENT_ENDED,
                    ALREADY_AGREED,
                    HOLD_EXPIRED,
                    HOLD_BELOW_DEBIT,
                    TOO_MANY_HOLDS,
                    ENTRY_FULL,
                    AUCTION_AWARDED,
                    OBLIGATION_UNFUNDED,
                    COMPONENT_NOT_REGISTERED,
                    INDEX_NOT_PUBLISHED,
                    AVAILABLE_BELOW_DEBIT -> 409;
            default -> 422;
        };
    }
}
