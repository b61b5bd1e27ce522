/**
 * Exact arithmetic: 128-bit products with a named rounding, and rational numbers. Nothing here knows what the numbers mean.
 */
@NullMarked
package org.tallystick.ledger.money;

import org.jspecify.annotations.NullMarked;
