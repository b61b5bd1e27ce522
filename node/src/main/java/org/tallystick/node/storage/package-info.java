/** The data directory on disk: whose it is, who holds it, what it is laid out as, and how much room is left. */
@NullMarked
package org.tallystick.node.storage;

import org.jspecify.annotations.NullMarked;
