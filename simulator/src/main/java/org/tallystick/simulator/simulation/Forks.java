package org.tallystick.simulator.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/** Forks of the ledger: each runs on alone, and neither sees what the other does. */
final class Forks {

    private @Nullable Ledger kept;
    private @Nullable Digest hashOfKept;

    /** A fork executes some entries; the ledger it was taken from stays as it was. */
    void branchOff(Ledger ledger, List<Entry> entries, long timeMillis) {
        Digest before = ledger.stateHash();
        Ledger fork = ledger.fork();
        Authority.requireSame("fresh fork", before, fork.stateHash());
        entries.forEach(entry -> fork.execute(timeMillis, entry));
        Authority.requireSame("ledger that was forked", before, ledger.stateHash());
        kept = fork;
        hashOfKept = fork.stateHash();
    }

    /** The last fork is as it was left, whatever the ledger it was taken from has done since. */
    void check() {
        if (kept != null && hashOfKept != null) {
            Authority.requireSame("fork that was left alone", hashOfKept, kept.stateHash());
        }
    }

    /**
     * Nothing of what is rejected remains: a ledger on which only rejected commands were tried is the same as one on which
     * a single one was, that could never have changed anything.
     *
     * @param before a fork from before the entry
     */
    static void requireNoTrace(Ledger before, Ledger after, long timeMillis, Entry entry, Receipt receipt) {
        if (!(entry instanceof Entry.Instruction instruction) || !isAllRejected(receipt)) {
            return;
        }
        Payload p = instruction.payload();
        Payload harmless = new Payload(
                p.ledger(),
                p.party(),
                p.instructionId(),
                p.validUntilMillis(),
                BatchMode.INDEPENDENT,
                List.of(new AdministrationCommand.RunDueActions(0)));
        before.execute(timeMillis, new Entry.Instruction(harmless, instruction.digest(), instruction.signers()));
        String difference = StateWords.difference(before, after);
        if (!difference.isEmpty()) {
            throw new Broken(
                    "the rejected entry " + receipt.index() + " has left a trace: " + difference + "; it was " + p);
        }
    }

    private static boolean isAllRejected(Receipt receipt) {
        return receipt.verdict() instanceof Verdict.Decided decided
                && decided.outcomes().stream().allMatch(Outcome.Rejected.class::isInstance);
    }
}
