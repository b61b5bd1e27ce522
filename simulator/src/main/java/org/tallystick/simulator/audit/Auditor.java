package org.tallystick.simulator.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/**
 * Watches a ledger entry by entry and objects.
 *
 * <p>It is given what went in and the receipt that came out, and keeps its own books. Balances it can be asked to compare
 * with the ledger's own ({@link #compare}). Not thread-safe.
 */
public final class Auditor {

    private final Model model = new Model();
    private final Admission admission;
    private final Reasons reasons = new Reasons();
    private final List<Check> checks;
    private long entries;

    /**
     * @param ledgerId the ledger under audit
     * @param operator the party it was opened with
     */
    public Auditor(String ledgerId, PartyRegistered operator) {
        model.registered().apply(operator);
        admission = new Admission(ledgerId);
        checks = List.of(
                new LogOrder(),
                new ExactlyOnce(),
                new WholeBatches(),
                new RegisterRules(),
                new Movements(),
                new Settlements(),
                new AwardOrStrip(),
                new PaymentSums(),
                new Obligations(),
                new AsAsked(),
                new Conservation());
    }

    /** How many entries have been audited. */
    public long entries() {
        return entries;
    }

    /**
     * Audits one entry.
     *
     * @return what is wrong with it; empty when nothing is
     */
    public List<Violation> audit(Observation observation, Receipt receipt) {
        entries++;
        Findings findings = new Findings(receipt.index());
        checks.forEach(check -> check.opening(observation, receipt, model, findings));
        model.advanceTo(receipt.timeMillis());
        group(new Cause.Due(), receipt.due(), findings);
        admission.admitted(observation, receipt, model, findings);
        if (observation instanceof Observation.Instruction instruction
                && receipt.verdict() instanceof Verdict.Decided decided) {
            commands(instruction, decided, findings);
        }
        checks.forEach(check -> check.closing(observation, receipt, model, findings));
        return findings.list();
    }

    private void commands(Observation.Instruction instruction, Verdict.Decided decided, Findings findings) {
        List<Command> commands = instruction.payload().commands();
        boolean whole = decided.outcomes().stream().anyMatch(Outcome.Accepted.class::isInstance);
        Set<Integer> consenting = model.registered().consenting(instruction.signers());
        for (int i = 0; i < Math.min(commands.size(), decided.outcomes().size()); i++) {
            switch (decided.outcomes().get(i)) {
                case Outcome.Accepted accepted ->
                    group(
                            new Cause.Asked(
                                    decided.party(), consentingNow(consenting, instruction), i, commands.get(i)),
                            accepted.events(),
                            findings);
                case Outcome.Rejected rejected -> {
                    // In an all-or-nothing batch that was undone, commands before the culprit are no longer to be seen.
                    if (whole || i == 0 || independent(instruction)) {
                        reasons.rejected(commands.get(i), rejected.rejection(), model, findings);
                    }
                }
            }
        }
    }

    private static boolean independent(Observation.Instruction instruction) {
        return switch (instruction.payload().mode()) {
            case INDEPENDENT -> true;
            case ALL_OR_NOTHING -> false;
        };
    }

    /** A command of the batch may have changed whose word the signatures carry. */
    private Set<Integer> consentingNow(Set<Integer> atFirst, Observation.Instruction instruction) {
        Set<Integer> now = model.registered().consenting(instruction.signers());
        now.addAll(atFirst);
        return now;
    }

    private void group(Cause cause, List<Event> events, Findings findings) {
        if (events.isEmpty() && cause instanceof Cause.Due) {
            return;
        }
        checks.forEach(check -> check.group(cause, events, model, findings));
        for (Event event : events) {
            checks.forEach(check -> check.event(event, cause, model, findings));
            model.apply(event, cause);
        }
    }

    // --- Against the ledger's own book ---

    /** One holding as the ledger itself tells it, in minor units. */
    public record Holding(int account, int asset, long available, long held) {}

    /**
     * Compares every balance with the ledger's own.
     *
     * @param holdings all the ledger has; zero balances may be left out
     * @return what differs
     */
    public List<Violation> compare(List<Holding> holdings) {
        Map<String, Position> theirs = new TreeMap<>();
        holdings.forEach(h -> theirs.put(
                key(h.account(), h.asset()),
                new Position(BigInteger.valueOf(h.available()), BigInteger.valueOf(h.held()))));
        List<Violation> violations = new ArrayList<>();
        model.balances()
                .all()
                .forEach((asset, holders) -> holders.forEach((account, ours) -> {
                    Position their = theirs.remove(key(account, asset));
                    if (!ours.equals(their == null ? Position.NOTHING : their)) {
                        violations.add(differs(key(account, asset), ours, their));
                    }
                }));
        theirs.forEach((key, their) -> {
            if (!their.equals(Position.NOTHING)) {
                violations.add(differs(key, Position.NOTHING, their));
            }
        });
        return violations;
    }

    private Violation differs(String key, Position ours, @Nullable Position theirs) {
        return new Violation(entries, "balances", key + ": receipts add up to " + ours + ", the ledger says " + theirs);
    }

    private static String key(int account, int asset) {
        return "account " + account + ", asset " + asset;
    }
}
