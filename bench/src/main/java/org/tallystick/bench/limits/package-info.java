/** What the machine itself can do: verify signatures, force writes to disk. */
@NullMarked
package org.tallystick.bench.limits;

import org.jspecify.annotations.NullMarked;
