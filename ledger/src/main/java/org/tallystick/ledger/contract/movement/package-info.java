/** Movements a party asks for directly: issuing and redeeming cash, and holds. */
@NullMarked
package org.tallystick.ledger.contract.movement;

import org.jspecify.annotations.NullMarked;
