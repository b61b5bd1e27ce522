/** Scenarios at the command line. */
@NullMarked
package org.tallystick.app.scenario;

import org.jspecify.annotations.NullMarked;
