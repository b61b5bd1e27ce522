package org.tallystick.app.day.run;

import org.tallystick.node.Node;

/** Is told how a run goes. */
public interface Watcher {

    /** The node takes submissions. */
    void started(Node node);

    /** The directory holds a part of this run: it is taken up where its log ends. */
    void resumes(Reconciliation reconciliation);

    /** So many business dates have been opened and so many entries answered. */
    void at(long businessDays, long entries);
}
