/**
 * Scenarios: what happens on a ledger and what is expected of it, in lines that people of the market read and write.
 * {@link org.tallystick.simulator.scenario.Scenario#parse} reads one, {@link
 * org.tallystick.simulator.scenario.ScenarioRun} plays it on a ledger of its own with the auditor watching. The format is
 * taught in docs/SCENARIOS.md.
 */
@NullMarked
package org.tallystick.simulator.scenario;

import org.jspecify.annotations.NullMarked;
