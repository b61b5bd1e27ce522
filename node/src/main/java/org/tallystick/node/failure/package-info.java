/** The three ways a node says no: it would not start, it would not take a submission, it had to stop. */
@NullMarked
package org.tallystick.node.failure;

import org.jspecify.annotations.NullMarked;
