package org.tallystick.simulator.simulation;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.simulator.audit.Auditor;
import org.tallystick.simulator.audit.Violation;

/** A ledger and the auditor that watches it. */
public final class AuditedLedger {

    private static final String JURISDICTION = "US";

    /** Comparing every balance with the ledger's own takes a walk over all of them; so it is done now and then. */
    private static final int ENTRIES_BETWEEN_COMPARISONS = 16;

    private final Auditor auditor;
    private Ledger ledger;
    private List<Violation> violations = List.of();

    private AuditedLedger(Ledger ledger, Auditor auditor) {
        this.ledger = ledger;
        this.auditor = auditor;
    }

    /** A new ledger with an operator that signs by one of these keys. */
    public static AuditedLedger open(String name, String operator, List<PublicKey> operatorKeys) {
        Genesis genesis = new Genesis(name, operator, operator, JURISDICTION, 1, operatorKeys);
        PartyRegistered party =
                new PartyRegistered(1, operator, operator, Roles.of(Role.OPERATOR), JURISDICTION, 1, operatorKeys);
        return new AuditedLedger(Ledger.open(genesis), new Auditor(name, party));
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Executes and audits an entry. */
    public Receipt execute(long timeMillis, Entry entry) {
        Receipt receipt = ledger.execute(timeMillis, entry);
        List<Violation> found = new ArrayList<>(auditor.audit(Witness.of(entry), receipt));
        if (ledger.lastIndex() % ENTRIES_BETWEEN_COMPARISONS == 0) {
            found.addAll(compareBalances());
        }
        violations = List.copyOf(found);
        return receipt;
    }

    /** What the auditor objects to in the last entry. */
    public List<Violation> violations() {
        return violations;
    }

    /** Compares every balance with what receipts add up to. */
    public List<Violation> compareBalances() {
        List<Auditor.Holding> holdings = new ArrayList<>();
        ledger.book()
                .forEachHolding((account, asset, available, held) ->
                        holdings.add(new Auditor.Holding(account, asset, available, held)));
        return auditor.compare(holdings);
    }

    /** Goes on from what a snapshot gives back; answers what is different about it, or nothing. */
    public String snapshotAndRestore() {
        Ledger restored = SnapshotBytes.of(ledger).restore();
        if (!restored.stateHash().equals(ledger.stateHash())) {
            return "the restored ledger's state hash is " + restored.stateHash() + ", it was " + ledger.stateHash();
        }
        ledger = restored;
        return "";
    }
}
