package org.tallystick.simulator.audit;

import java.util.Set;
import org.tallystick.ledger.command.Command;

/** Why an event happened. */
sealed interface Cause {

    /** It was due: nobody asked for it in this entry. */
    record Due() implements Cause {}

    /**
     * A command asked for it.
     *
     * @param party who sent the payload
     * @param consenting every party for which enough of its keys have signed the payload
     * @param position of the command in its payload, from 0
     */
    record Asked(int party, Set<Integer> consenting, int position, Command command) implements Cause {}

    /** Whether the party's own signatures stand behind the event. */
    default boolean consents(int party) {
        return switch (this) {
            case Due due -> false;
            case Asked asked -> asked.consenting().contains(party);
        };
    }
}
