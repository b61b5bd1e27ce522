/** The load on an authority, in small. */
@NullMarked
package org.tallystick.bench.authority;

import org.jspecify.annotations.NullMarked;
