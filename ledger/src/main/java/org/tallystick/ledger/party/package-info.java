/** Who may act, as plain values: keys, roles, statuses. */
@NullMarked
package org.tallystick.ledger.party;

import org.jspecify.annotations.NullMarked;
