package org.tallystick.simulator.scenario;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.party.PublicKey;

/** One thing a scenario does or looks at. */
sealed interface Step {

    Line line();

    /** The clock is set; the ledger's timer runs. */
    record SetTime(Line line, Moment moment) implements Step {}

    /** A signed envelope is sent. */
    record Send(Line line, Sender sender, BatchMode mode, List<Request> requests) implements Step {}

    /** An envelope sent before is sent again, the same bytes. */
    record SendAgain(Line line, String instructionId, Expected expected) implements Step {}

    /** Due work is done: at most so many steps of it, or all there is. */
    record RunDue(Line line, OptionalInt steps) implements Step {}

    /** The ledger is written to a snapshot and goes on from what is read back. */
    record SnapshotAndRestore(Line line) implements Step {}

    /** Something must be as expected. */
    record Look(Line line, Expectation expectation) implements Step {}

    /**
     * Who sends.
     *
     * @param party the number of the party that asks
     * @param keys names of the keys that sign, its own and those of parties that sign with it
     * @param instructionId null for a number of its own
     * @param validMillis for how long the instruction is valid
     */
    record Sender(int party, List<String> keys, @Nullable String instructionId, long validMillis) {}

    /**
     * One command.
     *
     * @param name what to call the settlement or hold that comes of it; null for nothing
     */
    record Request(Line line, Wording wording, @Nullable String name, Expected expected) {}

    /** A command, put in the ledger's numbers once these are known. */
    interface Wording {
        Command command(Bindings bindings);
    }

    /** What is known only while a scenario runs. */
    interface Bindings {
        /** The number of what was given this name. */
        long told(String name);

        long nowMillis();

        /** The public key behind a name such as {@code ALPHA/2}. */
        PublicKey key(String name);
    }
}
