/** The tables that follow, in small. */
@NullMarked
package org.tallystick.bench.readmodel;

import org.jspecify.annotations.NullMarked;
