/** From receipts to rows: what every decision changes, kept in memory as far as it is needed, and written batch by batch. */
@NullMarked
package org.tallystick.readmodel.projection;

import org.jspecify.annotations.NullMarked;
