/** Figures that were measured, the goals they are held against, and the table of both. */
@NullMarked
package org.tallystick.bench.report;

import org.jspecify.annotations.NullMarked;
