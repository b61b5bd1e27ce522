package org.tallystick.simulator.simulation;

import java.util.LinkedHashSet;
import org.tallystick.ledger.engine.Entry;
import org.tallystick.simulator.audit.Observation;

/** Tells the auditor what goes into the ledger, in the auditor's own terms. */
final class Witness {

    private Witness() {}

    static Observation of(Entry entry) {
        return switch (entry) {
            case Entry.Instruction e ->
                new Observation.Instruction(e.payload(), e.digest(), new LinkedHashSet<>(e.signers()));
            case Entry.Refused e -> new Observation.Unreadable(e.code(), e.digest());
            case Entry.Tick e -> new Observation.Timer();
        };
    }
}
