/** Settlement of any number of legs, all or none: instruct, affirm, cancel, expire. */
@NullMarked
package org.tallystick.ledger.contract.settlement;

import org.jspecify.annotations.NullMarked;
