/** Figures and goals. */
@NullMarked
package org.tallystick.bench.report;

import org.jspecify.annotations.NullMarked;
