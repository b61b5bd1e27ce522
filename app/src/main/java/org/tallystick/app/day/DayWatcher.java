package org.tallystick.app.day;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.console.Conventions;
import org.tallystick.app.console.Progress;
import org.tallystick.app.day.run.Reconciliation;
import org.tallystick.app.day.run.Watcher;
import org.tallystick.node.Node;

/** Shows how a run goes: a bar where someone watches, else a line now and then, and nothing to programs. */
final class DayWatcher implements Watcher, AutoCloseable {

    private static final long BETWEEN_LINES_NANOS = 5_000_000_000L;

    private final Conventions output;
    private final long businessDays;
    private final Progress progress;
    private long lastLine = System.nanoTime();
    private volatile @Nullable Node node;

    DayWatcher(Conventions output, long businessDays) {
        this.output = output;
        this.businessDays = businessDays;
        this.progress = Progress.start(output, "Business days", businessDays);
    }

    /** The node of the run, once there is one. */
    @Nullable
    Node node() {
        return node;
    }

    @Override
    public void started(Node started) {
        node = started;
    }

    @Override
    public void resumes(Reconciliation reconciliation) {
        if (!output.json()) {
            PrintWriter err = output.err();
            err.printf(
                    "Taking up a run with %,d entries in its log. Receipts acknowledged before: %,d; found in the log: %,d;"
                            + " missing: %,d.%n",
                    reconciliation.logged(),
                    reconciliation.acknowledged(),
                    reconciliation.found(),
                    reconciliation.missing());
            err.flush();
        }
    }

    @Override
    public void at(long daysDone, long entries) {
        progress.at(daysDone);
        long now = System.nanoTime();
        if (!output.json() && !progress.isShown() && now - lastLine > BETWEEN_LINES_NANOS) {
            lastLine = now;
            output.err().printf("%,d of %,d business days, %,d entries%n", daysDone, businessDays, entries);
            output.err().flush();
        }
    }

    @Override
    public void close() {
        progress.close();
    }
}
