/**
 * What is read: one record a kind of thing. Amounts are in the asset's minor units; {@code scale} says how many decimal
 * places that is. Times are ledger time, in milliseconds since the epoch.
 */
@NullMarked
package org.tallystick.readmodel.view;

import org.jspecify.annotations.NullMarked;
