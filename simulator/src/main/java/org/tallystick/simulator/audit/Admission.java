package org.tallystick.simulator.audit;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PublicKey;

/** Only an instruction for this ledger, in time, and signed by enough of its party's own keys is decided at all. */
final class Admission implements Check {

    private static final long LONGEST_VALIDITY_MILLIS = TimeUnit.HOURS.toMillis(24);

    private final String ledgerId;

    Admission(String ledgerId) {
        this.ledgerId = ledgerId;
    }

    @Override
    public String rule() {
        return "admission";
    }

    /** Judged after the work that was due, before the commands: that is when the ledger admits. */
    void admitted(Observation observation, Receipt receipt, Model model, Findings findings) {
        switch (observation) {
            case Observation.Timer timer -> {
                findings.expect(
                        receipt.verdict() instanceof Verdict.Ticked, this, "a timer entry got " + receipt.verdict());
                findings.expect(receipt.envelope().equals(Digest.NONE), this, "a timer entry has a digest");
            }
            case Observation.Unreadable bytes ->
                findings.expect(
                        receipt.verdict() instanceof Verdict.Refused refused
                                && refused.rejection().code() == bytes.code(),
                        this,
                        "unreadable bytes (" + bytes.code() + ") got " + receipt.verdict());
            case Observation.Instruction instruction -> {
                findings.expect(
                        receipt.envelope().equals(instruction.digest()),
                        this,
                        "the receipt is for digest " + receipt.envelope() + ", the entry was " + instruction.digest());
                if (receipt.verdict() instanceof Verdict.Decided decided) {
                    decided(instruction.payload(), instruction.signers(), decided, model, findings);
                }
                findings.expect(
                        !(receipt.verdict() instanceof Verdict.Ticked), this, "an instruction was taken for a timer");
            }
        }
    }

    private void decided(
            Payload payload, Set<PublicKey> signers, Verdict.Decided decided, Model model, Findings findings) {
        String who = "party " + payload.party() + ", instruction " + payload.instructionId();
        long now = model.timeMillis();
        findings.expect(payload.ledger().equals(ledgerId), this, who + " was meant for ledger " + payload.ledger());
        findings.expect(
                model.registered().consenting(signers).contains(payload.party()),
                this,
                who + " was decided without enough valid keys of an active party");
        signers.forEach(key -> findings.expect(
                !model.registered().isRevoked(key) && model.registered().hasKey(key),
                this,
                who + " was decided with the unregistered or revoked key " + key));
        findings.expect(
                payload.validUntilMillis() >= now,
                this,
                who + " was valid until " + payload.validUntilMillis() + ", but decided at " + now);
        findings.expect(
                payload.validUntilMillis() - now <= LONGEST_VALIDITY_MILLIS,
                this,
                who + " is valid for more than 24 hours");
        findings.expect(
                decided.party() == payload.party() && decided.instructionId().equals(payload.instructionId()),
                this,
                who + " got the receipt of " + decided.party() + ", " + decided.instructionId());
        findings.expect(
                decided.outcomes().size() == payload.commands().size(),
                this,
                who + " has " + payload.commands().size() + " commands and "
                        + decided.outcomes().size() + " outcomes");
    }
}
