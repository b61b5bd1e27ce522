/**
 * Readers of public market data in the formats their publishers use, and the check that official auction figures are what the
 * ledger's mathematics gives.
 */
@NullMarked
package org.tallystick.market;

import org.jspecify.annotations.NullMarked;
