package org.tallystick.simulator.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.simulator.audit.Auditor;
import org.tallystick.simulator.audit.Violation;
import org.tallystick.wire.Receipts;

/**
 * One authority without its disk and network: a log that survives, a ledger that does not, and what was promised to
 * clients, which must be the same after every crash. Beside it runs a replica that never crashes, and the auditor.
 */
final class Authority {

    private static final int ENTRIES_BETWEEN_COMPARISONS = 8;

    /** @param timeMillis as the authority's clock had it; ledger time may be later */
    private record Logged(long timeMillis, Entry entry) {}

    private final Genesis genesis;
    private final Auditor auditor;
    private final List<Logged> log = new ArrayList<>();

    /** Receipts given for the first entries of the log, as bytes. */
    private final List<byte[]> given = new ArrayList<>();

    private final Ledger replica;
    private Ledger ledger;
    private @Nullable SnapshotBytes snapshot;

    Authority(Genesis genesis) {
        this.genesis = genesis;
        this.ledger = Ledger.open(genesis);
        this.replica = Ledger.open(genesis);
        this.auditor = new Auditor(
                genesis.ledger(),
                new PartyRegistered(
                        1,
                        genesis.operatorCode(),
                        genesis.operatorName(),
                        Roles.of(Role.OPERATOR),
                        genesis.jurisdiction(),
                        genesis.threshold(),
                        genesis.operatorKeys()));
    }

    Ledger ledger() {
        return ledger;
    }

    long entries() {
        return log.size();
    }

    /** Makes an entry part of the log; it is not executed yet. */
    void append(long timeMillis, Entry entry) {
        log.add(new Logged(timeMillis, entry));
    }

    /** Executes what is in the log and has not been executed; each entry is audited and compared with the replica. */
    List<Receipt> catchUp() {
        List<Receipt> receipts = new ArrayList<>();
        while (ledger.lastIndex() < log.size()) {
            Logged next = log.get((int) ledger.lastIndex());
            Receipt receipt = ledger.execute(next.timeMillis(), next.entry());
            byte[] bytes = Receipts.encode(receipt);
            int position = (int) receipt.index() - 1;
            if (position < given.size()) {
                requireSame("receipt of entry " + receipt.index() + " after a crash", given.get(position), bytes);
            } else {
                given.add(bytes);
                requireReadable(receipt, bytes);
                audit(next.entry(), receipt);
                byte[] other = Receipts.encode(replica.execute(next.timeMillis(), next.entry()));
                requireSame("receipt of entry " + receipt.index() + " on a replica", bytes, other);
                receipts.add(receipt);
            }
        }
        return receipts;
    }

    private static void requireReadable(Receipt receipt, byte[] bytes) {
        if (!Receipts.decode(bytes).equals(receipt)) {
            throw new Broken("the receipt of entry " + receipt.index() + " reads back as " + Receipts.decode(bytes)
                    + ", it was " + receipt);
        }
    }

    private void audit(Entry entry, Receipt receipt) {
        List<Violation> violations = new ArrayList<>(auditor.audit(Witness.of(entry), receipt));
        if (receipt.index() % ENTRIES_BETWEEN_COMPARISONS == 0) {
            List<Auditor.Holding> holdings = new ArrayList<>();
            ledger.book()
                    .forEachHolding((account, asset, available, held) ->
                            holdings.add(new Auditor.Holding(account, asset, available, held)));
            violations.addAll(auditor.compare(holdings));
        }
        if (!violations.isEmpty()) {
            throw new Broken("the auditor objects: " + violations.getFirst() + "; the receipt is " + receipt);
        }
    }

    void takeSnapshot() {
        snapshot = SnapshotBytes.of(ledger);
    }

    /** The ledger in memory is lost; it is rebuilt from the last snapshot and the log. */
    void crashAndRecover() {
        Digest before = ledger.stateHash();
        long lastIndex = ledger.lastIndex();
        ledger = snapshot == null ? Ledger.open(genesis) : snapshot.restore();
        while (ledger.lastIndex() < lastIndex) {
            Logged next = log.get((int) ledger.lastIndex());
            byte[] bytes = Receipts.encode(ledger.execute(next.timeMillis(), next.entry()));
            requireSame(
                    "receipt of entry " + ledger.lastIndex() + " after a crash",
                    given.get((int) ledger.lastIndex() - 1),
                    bytes);
        }
        requireSame("state after a crash", before, ledger.stateHash());
    }

    void compareWithReplica() {
        requireSame("state of a replica", ledger.stateHash(), replica.stateHash());
    }

    private static void requireSame(String what, byte[] expected, byte[] found) {
        if (!Arrays.equals(expected, found)) {
            throw new Broken("the " + what + " is " + Receipts.decode(found) + ", it was " + Receipts.decode(expected));
        }
    }

    static void requireSame(String what, Digest expected, Digest found) {
        if (!expected.equals(found)) {
            throw new Broken("the " + what + " has the hash " + found + ", expected was " + expected);
        }
    }
}
