/** The ledger alone, in small. */
@NullMarked
package org.tallystick.bench;

import org.jspecify.annotations.NullMarked;
