/** Snapshots: the state in its canonical form, written down and read back. */
@NullMarked
package org.tallystick.wire.snapshot;

import org.jspecify.annotations.NullMarked;
