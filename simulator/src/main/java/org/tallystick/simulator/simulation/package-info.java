/**
 * Deterministic simulation of an authority's life: a network that delays, repeats and reorders, clocks that step, crashes
 * that leave nothing but the log and a snapshot, forks, and replicas that must agree. One seed is one life.
 */
@NullMarked
package org.tallystick.simulator.simulation;

import org.jspecify.annotations.NullMarked;
