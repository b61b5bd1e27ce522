package org.tallystick.simulator.audit;

import org.tallystick.ledger.outcome.Receipt;

/** Entries are numbered from 1 without gaps, and ledger time never runs back. */
final class LogOrder implements Check {

    private long lastIndex;
    private long lastMillis = Long.MIN_VALUE;

    @Override
    public String rule() {
        return "log order";
    }

    @Override
    public void opening(Observation observation, Receipt receipt, Model before, Findings findings) {
        findings.expect(
                receipt.index() == lastIndex + 1, this, "index " + receipt.index() + " follows index " + lastIndex);
        findings.expect(
                receipt.timeMillis() >= lastMillis,
                this,
                "time " + receipt.timeMillis() + " is before " + lastMillis + " of the entry before");
        lastIndex = receipt.index();
        lastMillis = receipt.timeMillis();
    }
}
