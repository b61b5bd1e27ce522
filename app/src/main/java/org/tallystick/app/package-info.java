/** The {@code tally} command: where the parts of Tallystick meet the people who run it. */
@NullMarked
package org.tallystick.app;

import org.jspecify.annotations.NullMarked;
