/** The journal by itself: read, torn, and damaged. */
@NullMarked
package org.tallystick.node.journal;

import org.jspecify.annotations.NullMarked;
