/**
 * A seeded workload: what honest, careless and hostile parties send to a ledger. The same seed sends the same on every
 * machine.
 */
@NullMarked
package org.tallystick.simulator.workload;

import org.jspecify.annotations.NullMarked;
