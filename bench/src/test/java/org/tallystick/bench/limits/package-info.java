/** The machine's limits, in small. */
@NullMarked
package org.tallystick.bench.limits;

import org.jspecify.annotations.NullMarked;
