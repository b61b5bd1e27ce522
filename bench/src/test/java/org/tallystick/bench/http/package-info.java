/** The load on a gateway, in small. */
@NullMarked
package org.tallystick.bench.http;

import org.jspecify.annotations.NullMarked;
