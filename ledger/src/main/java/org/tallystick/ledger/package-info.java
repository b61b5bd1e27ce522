/** The deterministic core: {@code (state, log entry) -> (state', receipt)}. */
@NullMarked
package org.tallystick.ledger;

import org.jspecify.annotations.NullMarked;
