package org.tallystick.simulator.workload;

import java.util.List;
import org.tallystick.ledger.command.Payload;

/** What someone is about to send. */
public sealed interface Draft {

    /**
     * A payload to be signed.
     *
     * @param keys names of the keys that sign
     */
    record Letter(Payload payload, List<String> keys) implements Draft {}

    /** Bytes of no meaning. */
    record Noise(byte[] bytes) implements Draft {}
}
