/**
 * The receipt journal: every executed entry with its receipt, in order, readable by index. It is derived from the log;
 * what a crash cuts off its end is written again when the log is replayed.
 */
@NullMarked
package org.tallystick.node.journal;

import org.jspecify.annotations.NullMarked;
