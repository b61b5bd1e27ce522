/**
 * The independent auditor: a naive second model of the ledger, rebuilt from receipts alone, that objects to whatever the
 * first principles of the ledger forbid. It knows the ledger's vocabulary (commands, events, outcomes) and shares none of
 * its logic or arithmetic, so that both are not wrong in the same way.
 */
@NullMarked
package org.tallystick.simulator.audit;

import org.jspecify.annotations.NullMarked;
