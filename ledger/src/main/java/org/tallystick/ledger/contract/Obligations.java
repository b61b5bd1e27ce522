package org.tallystick.ledger.contract;

import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.ServicingEvent.ObligationDischarged;
import org.tallystick.ledger.event.ServicingEvent.ObligationKind;
import org.tallystick.ledger.event.ServicingEvent.ObligationRecorded;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/** The obligations that stand. A discharged one is gone; its events remain in the log. */
public final class Obligations {

    private final UndoLog undo;
    private final Table<Long, Obligation> open;
    private long last;

    public Obligations(UndoLog undo) {
        this(undo, new Table<>(undo), 0);
    }

    private Obligations(UndoLog undo, Table<Long, Obligation> open, long last) {
        this.undo = undo;
        this.open = open;
        this.last = last;
    }

    public Obligations fork(UndoLog undoOfFork) {
        return new Obligations(undoOfFork, open.fork(undoOfFork), last);
    }

    public long next() {
        return last + 1;
    }

    public @Nullable Obligation find(long number) {
        return open.get(number);
    }

    /** Those that stand, oldest first. */
    public Iterable<Obligation> all() {
        return open.values();
    }

    public void apply(ObligationRecorded e) {
        long before = last;
        last = e.obligation();
        open.put(
                e.obligation(),
                new Obligation(e.obligation(), e.kind(), e.reference(), e.account(), e.asset(), e.amount()));
        if (undo.isOpen()) {
            undo.add(() -> last = before);
        }
    }

    public void apply(ObligationDischarged e) {
        open.remove(e.obligation());
    }

    public void writeTo(StateSink sink) {
        sink.putLong(last);
        sink.putLong(open.size());
        for (Obligation obligation : open.values()) {
            sink.putLong(obligation.number());
            sink.putLong(obligation.kind().ordinal());
            sink.putLong(obligation.reference());
            sink.putLong(obligation.account());
            sink.putLong(obligation.asset());
            sink.putLong(obligation.amount());
        }
    }

    public void readFrom(StateSource source) {
        last = source.getLong();
        for (int left = source.getCount(); left > 0; left--) {
            Obligation obligation = new Obligation(
                    source.getLong(),
                    source.getEnum(ObligationKind.values()),
                    source.getLong(),
                    source.getInt(),
                    source.getInt(),
                    source.getLong());
            open.put(obligation.number(), obligation);
        }
    }
}
