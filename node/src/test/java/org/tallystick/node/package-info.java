/** Nodes run for real: on disk, with their log, killed and started again. */
@NullMarked
package org.tallystick.node;

import org.jspecify.annotations.NullMarked;
