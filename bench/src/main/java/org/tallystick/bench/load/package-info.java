/** Load: who trades with whom, how it is sent, and what came back when. */
@NullMarked
package org.tallystick.bench.load;

import org.jspecify.annotations.NullMarked;
