/** {@code tally day}: business days of real Treasury auctions, run on a node of this process. */
@NullMarked
package org.tallystick.app.day;

import org.jspecify.annotations.NullMarked;
