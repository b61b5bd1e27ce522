package org.tallystick.ledger.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes back what an all-or-nothing batch did before one of its commands was rejected.
 *
 * <p>Every container reports the inverse of each change while the log is open; {@link #rollback} runs them, last first.
 * While it is closed, which is nearly always, reporting costs one test.
 */
public final class UndoLog {

    private final List<Runnable> inverses = new ArrayList<>();
    private boolean open;

    public boolean isOpen() {
        return open;
    }

    /** From here on, changes can be taken back. */
    public void open() {
        open = true;
    }

    /** Says how to take back a change that was just made. Only while open. */
    public void add(Runnable inverse) {
        inverses.add(inverse);
    }

    /** Keeps the changes. */
    public void keep() {
        inverses.clear();
        open = false;
    }

    /** Takes back every change since {@link #open}. */
    public void rollback() {
        open = false;
        for (int i = inverses.size() - 1; i >= 0; i--) {
            inverses.get(i).run();
        }
        inverses.clear();
    }
}
