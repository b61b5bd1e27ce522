package org.tallystick.app.day;

import org.tallystick.app.day.count.Counter;
import org.tallystick.app.day.plan.Programme;
import org.tallystick.app.day.run.Result;

/**
 * What a run came to.
 *
 * @param logBytes length of the files of the replicated log
 * @param journalBytes length of the journal of receipts
 */
record Summary(
        String ledger,
        String source,
        Programme programme,
        Counter counter,
        Result result,
        long logBytes,
        long journalBytes) {

    long rejected() {
        return counter.rejections().values().stream().mapToLong(Long::longValue).sum();
    }

    long auctionsLeftOut() {
        return programme.remarks().stream().filter(remark -> remark.notRun()).count();
    }

    /** Whether everything that must hold does. Whatever else could fail has ended the run before. */
    boolean holds() {
        return result.conservation().holds()
                && counter.counts().auctionsCompleted() == programme.sales().size()
                && counter.counts().obligationsRecorded() == counter.counts().obligationsDischarged();
    }

    /** Entries this process had executed, a second. */
    long entriesPerSecond() {
        double seconds = result.running().toNanos() / 1e9;
        return Math.round(result.submitted() / Math.max(seconds, 1e-3));
    }
}
