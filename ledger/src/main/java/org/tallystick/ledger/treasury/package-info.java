/**
 * The mathematics of US Treasury securities, exact and rounded where 31 CFR Part 356 rounds: schedules, interest, prices,
 * inflation indexing, floating rates, STRIPS, business days. Pure functions over immutable records; no floating point.
 */
@NullMarked
package org.tallystick.ledger.treasury;

import org.jspecify.annotations.NullMarked;
