/** How an entry ended: receipts, verdicts and outcomes. */
@NullMarked
package org.tallystick.ledger.outcome;

import org.jspecify.annotations.NullMarked;
