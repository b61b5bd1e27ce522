/** Carries a plan out on a node: submits, compares receipts, keeps what was acknowledged, takes up what a crash left. */
@NullMarked
package org.tallystick.app.day.run;

import org.jspecify.annotations.NullMarked;
