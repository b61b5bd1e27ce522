package org.tallystick.node.machine;

import java.io.IOException;
import java.io.InputStream;

/** Makes the machine that a node hosts. */
public interface MachineFactory {

    /** A machine that has executed nothing. */
    Machine create();

    /**
     * The machine whose {@link Machine#writeSnapshot} wrote these bytes.
     *
     * @throws IOException when the bytes are not a snapshot this factory can read, with a sentence that says why
     */
    Machine restore(InputStream snapshot) throws IOException;

    /**
     * Called once for each envelope before it is ordered, by any thread and in no particular order, so that costly pure
     * work (verifying signatures) can be done ahead, in parallel, and remembered. The outcome may not depend on it.
     */
    default void prepare(byte[] envelope) {}

    /**
     * As {@link #prepare}, for an entry that this node has executed before and is about to replay. What the machine then
     * judged by costly pure work stands in the receipt, and may be taken from there: the journal is the node's own. All
     * else is computed again, and must come to the same receipt.
     */
    default void prepareAgain(byte[] envelope, byte[] receipt) {
        prepare(envelope);
    }
}
