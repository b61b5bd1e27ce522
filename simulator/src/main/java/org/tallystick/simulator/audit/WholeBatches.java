package org.tallystick.simulator.audit;

import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;

/** All or nothing means all or nothing; and what stands alone is never refused for another's sake. */
final class WholeBatches implements Check {

    @Override
    public String rule() {
        return "whole batches";
    }

    @Override
    public void opening(Observation observation, Receipt receipt, Model before, Findings findings) {
        if (!(observation instanceof Observation.Instruction instruction)
                || !(receipt.verdict() instanceof Verdict.Decided decided)) {
            return;
        }
        long accepted = decided.outcomes().stream()
                .filter(Outcome.Accepted.class::isInstance)
                .count();
        long swept = decided.outcomes().stream()
                .filter(outcome -> outcome instanceof Outcome.Rejected rejected
                        && rejected.rejection().code() == RejectionCode.BATCH_NOT_APPLIED)
                .count();
        int size = decided.outcomes().size();
        if (instruction.payload().mode() == BatchMode.INDEPENDENT) {
            findings.expect(swept == 0, this, "an independent command was refused for another's sake");
            return;
        }
        findings.expect(
                accepted == 0 || accepted == size,
                this,
                accepted + " of " + size + " commands of an all-or-nothing batch happened");
        findings.expect(
                accepted == size || swept < size, this, "a whole batch was refused and no command of it is to blame");
    }
}
