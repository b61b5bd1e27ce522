/** The ledger as a function: one dispatch, exactly-once, due actions, snapshots, state hash and fork. */
@NullMarked
package org.tallystick.ledger.engine;

import org.jspecify.annotations.NullMarked;
