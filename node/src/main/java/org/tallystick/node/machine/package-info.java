/** What a node hosts: a deterministic machine, the factory that makes or restores it, and the clock it is told. */
@NullMarked
package org.tallystick.node.machine;

import org.jspecify.annotations.NullMarked;
