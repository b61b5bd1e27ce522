package org.tallystick.node.cluster;

import io.aeron.cluster.service.Cluster;
import org.tallystick.node.machine.Machine;

/**
 * The one timer of the log, set for when the machine's next action is due. When it fires is a logged event; what is due
 * then is stored state. So it may fire once too often, and be set again after a start, without harm.
 */
final class TickTimer {

    private static final long TIMER_ID = 1;
    private static final long NOT_SET = Long.MAX_VALUE;

    private final Cluster cluster;
    private final Machine machine;
    private long setForMillis = NOT_SET;

    TickTimer(Cluster cluster, Machine machine) {
        this.cluster = cluster;
        this.machine = machine;
    }

    /** Forgets what the timer was set for: it has fired, or the log has started anew. */
    void fired() {
        setForMillis = NOT_SET;
    }

    /** Sets the timer for the machine's next action. What is overdue fires at once. */
    void arm() {
        long dueMillis = machine.nextDueMillis();
        if (dueMillis == setForMillis) {
            return;
        }
        cluster.idleStrategy().reset();
        while (!(dueMillis == NOT_SET ? cluster.cancelTimer(TIMER_ID) : cluster.scheduleTimer(TIMER_ID, dueMillis))) {
            cluster.idleStrategy().idle();
        }
        setForMillis = dueMillis;
    }
}
