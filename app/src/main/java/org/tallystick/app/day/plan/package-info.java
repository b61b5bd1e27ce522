/**
 * What is to happen on each business day, derived from auction records and a seed: the same envelopes, byte for byte, each
 * time.
 */
@NullMarked
package org.tallystick.app.day.plan;

import org.jspecify.annotations.NullMarked;
