/** What is new, told as it happens: server-sent events, resumed where a client was cut off. */
@NullMarked
package org.tallystick.gateway.stream;

import org.jspecify.annotations.NullMarked;
