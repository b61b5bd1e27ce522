package org.tallystick.simulator.audit;

import java.util.HashMap;
import java.util.Map;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** An instruction takes effect at most once; whoever sends it again is told the index of the first time. */
final class ExactlyOnce implements Check {

    private record Name(int party, String instructionId) {}

    private record First(long index, Digest digest, long validUntilMillis) {}

    private final Map<Name, First> decided = new HashMap<>();
    private final Map<Digest, Long> indexByDigest = new HashMap<>();

    @Override
    public String rule() {
        return "exactly once";
    }

    @Override
    public void opening(Observation observation, Receipt receipt, Model before, Findings findings) {
        if (!(observation instanceof Observation.Instruction instruction)) {
            return;
        }
        Payload payload = instruction.payload();
        Name name = new Name(payload.party(), payload.instructionId());
        First first = decided.get(name);
        switch (receipt.verdict()) {
            case Verdict.Decided verdict -> {
                Long earlier = indexByDigest.putIfAbsent(instruction.digest(), receipt.index());
                findings.expect(earlier == null, this, "the same payload took effect before, at index " + earlier);
                findings.expect(
                        first == null || first.validUntilMillis() < receipt.timeMillis(),
                        this,
                        name + " took effect before, and was still valid");
                decided.put(name, new First(receipt.index(), instruction.digest(), payload.validUntilMillis()));
            }
            case Verdict.Repeated verdict ->
                findings.expect(
                        first != null
                                && first.index() == verdict.firstIndex()
                                && first.digest().equals(instruction.digest()),
                        this,
                        name + " is called a repeat of index " + verdict.firstIndex() + ", but that was "
                                + (first == null ? "never decided" : "at index " + first.index()));
            case Verdict.Refused verdict -> {}
            case Verdict.Ticked verdict -> {}
        }
    }
}
