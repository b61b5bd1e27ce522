/** Why something was refused: numbered codes in their published precedence. */
@NullMarked
package org.tallystick.ledger.rejection;

import org.jspecify.annotations.NullMarked;
