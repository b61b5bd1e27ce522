/** How simulated parties sign: with real keys and real bytes, or in a way that costs nothing when signatures are not the point. */
@NullMarked
package org.tallystick.simulator.signing;

import org.jspecify.annotations.NullMarked;
