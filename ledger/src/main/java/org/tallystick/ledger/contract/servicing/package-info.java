/** What a security owes its holders: interest, redemption, and the obligations left when cash is short. */
@NullMarked
package org.tallystick.ledger.contract.servicing;

import org.jspecify.annotations.NullMarked;
