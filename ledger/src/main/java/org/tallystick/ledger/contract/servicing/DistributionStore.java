package org.tallystick.ledger.contract.servicing;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.money.Rational;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/** The distributions under way, and for each security the date it pays next. */
final class DistributionStore {

    private final UndoLog undo;
    private final Table<Long, Distribution> open;
    private final Table<PaymentDate, Integer> payments;
    private long last;

    /** A scheduled date on which an asset pays. */
    record PaymentDate(LocalDate date, int asset) implements Comparable<PaymentDate> {
        @Override
        public int compareTo(PaymentDate other) {
            int byDate = date.compareTo(other.date);
            return byDate != 0 ? byDate : Integer.compare(asset, other.asset);
        }
    }

    DistributionStore(UndoLog undo) {
        this(undo, new Table<>(undo), new Table<>(undo), 0);
    }

    private DistributionStore(
            UndoLog undo, Table<Long, Distribution> open, Table<PaymentDate, Integer> payments, long last) {
        this.undo = undo;
        this.open = open;
        this.payments = payments;
        this.last = last;
    }

    DistributionStore fork(UndoLog undoOfFork) {
        return new DistributionStore(undoOfFork, open.fork(undoOfFork), payments.fork(undoOfFork), last);
    }

    long next() {
        return last + 1;
    }

    Distribution require(long number) {
        return open.require(number);
    }

    Iterable<Distribution> all() {
        return open.values();
    }

    void open(Distribution distribution) {
        long before = last;
        last = distribution.number();
        open.put(distribution.number(), distribution);
        if (undo.isOpen()) {
            undo.add(() -> last = before);
        }
    }

    void put(Distribution distribution) {
        open.put(distribution.number(), distribution);
    }

    void close(long number) {
        open.remove(number);
    }

    void schedule(LocalDate date, int asset) {
        payments.put(new PaymentDate(date, asset), asset);
    }

    void unschedule(PaymentDate payment) {
        payments.remove(payment);
    }

    /** The payments scheduled for a date or before it, in order of date. */
    List<PaymentDate> scheduledBy(LocalDate date) {
        PaymentDate from = new PaymentDate(LocalDate.MIN, 0);
        return new ArrayList<>(
                payments.between(from, new PaymentDate(date, Integer.MAX_VALUE)).keySet());
    }

    void writeTo(StateSink sink) {
        sink.putLong(last);
        sink.putLong(open.size());
        for (Distribution d : open.values()) {
            sink.putLong(d.number());
            sink.putLong(d.asset());
            sink.putLong(d.kind().ordinal());
            sink.putLong(d.scheduledDate().toEpochDay());
            sink.putBytes(d.cashPerUnit().numerator().toByteArray());
            sink.putBytes(d.cashPerUnit().denominator().toByteArray());
            sink.putLong(d.supply());
            sink.putLong(d.due());
            sink.putLong(d.funded() ? 1 : 0);
            sink.putLong(d.hold());
            sink.putLong(d.obligation());
            sink.putLong(d.nextRow());
            sink.putLong(d.paid());
        }
        sink.putLong(payments.size());
        payments.rows().forEach(row -> {
            sink.putLong(row.getKey().date().toEpochDay());
            sink.putLong(row.getKey().asset());
        });
    }

    void readFrom(StateSource source) {
        last = source.getLong();
        for (int left = source.getCount(); left > 0; left--) {
            Distribution distribution = new Distribution(
                    source.getLong(),
                    source.getInt(),
                    source.getEnum(Kind.values()),
                    LocalDate.ofEpochDay(source.getLong()),
                    new Rational(new BigInteger(source.getBytes()), new BigInteger(source.getBytes())),
                    source.getLong(),
                    source.getLong(),
                    source.getLong() == 1,
                    source.getLong(),
                    source.getLong(),
                    source.getInt(),
                    source.getLong());
            open.put(distribution.number(), distribution);
        }
        for (int left = source.getCount(); left > 0; left--) {
            schedule(LocalDate.ofEpochDay(source.getLong()), source.getInt());
        }
    }
}
