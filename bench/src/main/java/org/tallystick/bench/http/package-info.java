/** The gateway under load: an authority in a process of its own, asked over sockets as programs ask it. */
@NullMarked
package org.tallystick.bench.http;

import org.jspecify.annotations.NullMarked;
