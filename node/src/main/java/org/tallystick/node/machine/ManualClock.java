package org.tallystick.node.machine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that stands still until it is told the time. A driver that steps it only while none of its submissions is in
 * flight gets the same entry times on each run.
 */
public final class ManualClock implements LedgerClock {

    private final AtomicLong millis;

    /** A clock that shows {@code startMillis}, in milliseconds since the epoch. */
    public ManualClock(long startMillis) {
        this.millis = new AtomicLong(startMillis);
    }

    @Override
    public long millis() {
        return millis.get();
    }

    /** Sets the time shown; an earlier one is allowed, and leaves entry times where they are. */
    public void set(long newMillis) {
        millis.set(newMillis);
    }

    /** Moves the time shown by so many milliseconds. */
    public void advance(long byMillis) {
        millis.addAndGet(byMillis);
    }
}
