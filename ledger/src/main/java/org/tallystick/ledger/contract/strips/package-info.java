/** Stripping a security into its payments and reconstituting it. */
@NullMarked
package org.tallystick.ledger.contract.strips;

import org.jspecify.annotations.NullMarked;
