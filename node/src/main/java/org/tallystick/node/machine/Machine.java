package org.tallystick.node.machine;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A deterministic machine: what the node hosts. The same entries in the same order make the same state and the same
 * receipts on every authority, so nothing here may depend on a clock, chance, or the machine it runs on.
 *
 * <p>Called by one thread at a time. An exception out of {@link #execute} or {@link #tick} means a broken invariant and
 * stops the node at that entry; bad input is answered with a receipt, never with an exception.
 */
public interface Machine {

    /** Entries executed so far; the next entry gets {@code lastIndex() + 1}. Zero before the first. */
    long lastIndex();

    /**
     * Executes the next entry.
     *
     * @param timeMillis the entry's time, milliseconds since the epoch, never less than that of the entry before
     * @param envelope the bytes as they were submitted, whatever they are
     * @return the encoded receipt
     */
    byte[] execute(long timeMillis, byte[] envelope);

    /**
     * Executes a timer's entry: runs what is due at {@code timeMillis}, or a bounded part of it.
     *
     * @param timeMillis the entry's time, milliseconds since the epoch; something is due at it
     * @return the encoded receipt
     */
    byte[] tick(long timeMillis);

    /** When the next action is due, in milliseconds since the epoch; {@link Long#MAX_VALUE} when nothing is. */
    long nextDueMillis();

    /** A copy that stays as it is while this machine goes on, for another thread to write down. Holds up all entries. */
    Machine fork();

    /** Writes the whole state, so that {@link MachineFactory#restore} makes an equal machine of it. */
    void writeSnapshot(OutputStream out) throws IOException;

    /** A digest of the whole state: {@value #STATE_HASH_BYTES} bytes, equal exactly where the states are. */
    byte[] stateHash();

    /** Length of a {@link #stateHash}. */
    int STATE_HASH_BYTES = 32;
}
