/** The few containers that all state lives in: iterated in a fixed order, forked by copying, undone when a batch is. */
@NullMarked
package org.tallystick.ledger.store;

import org.jspecify.annotations.NullMarked;
