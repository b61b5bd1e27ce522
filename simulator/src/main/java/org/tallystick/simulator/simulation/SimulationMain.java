package org.tallystick.simulator.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.tallystick.ledger.rejection.RejectionCode;

/** Lives many lives, one after the other: {@code FIRST-SEED LAST-SEED STEPS}. Ends with 1 at the first that fails. */
public final class SimulationMain {

    private SimulationMain() {}

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("usage: FIRST-SEED LAST-SEED STEPS");
            System.exit(2);
        }
        long entries = 0;
        long accepted = 0;
        long crashes = 0;
        Map<RejectionCode, Long> rejected = new TreeMap<>();
        long last = Long.parseLong(arguments[1]);
        for (long seed = Long.parseLong(arguments[0]); seed <= last; seed++) {
            SimulationResult life = Simulation.run(seed, Integer.parseInt(arguments[2]));
            entries += life.entries();
            accepted += life.accepted();
            crashes += life.crashes();
            life.rejected().forEach((code, count) -> rejected.merge(code, count, Long::sum));
            life.refused().forEach((code, count) -> rejected.merge(code, count, Long::sum));
            if (!life.holds()) {
                System.out.println(life.failure().orElseThrow());
                System.exit(1);
            }
        }
        System.out.println("every rule held: " + entries + " entries, " + accepted + " commands accepted, " + crashes
                + " crashes, rejected " + rejected);
    }
}
