package org.tallystick.ledger.contract.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/** The settlements that wait, and the count of all there ever were. Those that have ended are gone. */
final class SettlementStore {

    private final UndoLog undo;
    private final Table<Long, Settlement> waiting;

    /** Those with a value date to come, by that date. */
    private final Table<ValueDated, Long> valueDated;

    private long last;

    private record ValueDated(LocalDate date, long settlement) implements Comparable<ValueDated> {
        @Override
        public int compareTo(ValueDated other) {
            int byDate = date.compareTo(other.date);
            return byDate != 0 ? byDate : Long.compare(settlement, other.settlement);
        }
    }

    SettlementStore(UndoLog undo) {
        this(undo, new Table<>(undo), new Table<>(undo), 0);
    }

    private SettlementStore(
            UndoLog undo, Table<Long, Settlement> waiting, Table<ValueDated, Long> valueDated, long last) {
        this.undo = undo;
        this.waiting = waiting;
        this.valueDated = valueDated;
        this.last = last;
    }

    SettlementStore fork(UndoLog undoOfFork) {
        return new SettlementStore(undoOfFork, waiting.fork(undoOfFork), valueDated.fork(undoOfFork), last);
    }

    long next() {
        return last + 1;
    }

    /** Counts one more. */
    void number(long settlement) {
        long before = last;
        if (settlement > before) {
            last = settlement;
            if (undo.isOpen()) {
                undo.add(() -> last = before);
            }
        }
    }

    @Nullable
    Settlement find(long number) {
        return waiting.get(number);
    }

    Settlement require(long number) {
        return waiting.require(number);
    }

    void put(Settlement settlement) {
        waiting.put(settlement.number(), settlement);
        if (settlement.valueDate() != null) {
            valueDated.put(new ValueDated(settlement.valueDate(), settlement.number()), settlement.number());
        }
    }

    void remove(Settlement settlement) {
        waiting.remove(settlement.number());
        if (settlement.valueDate() != null) {
            valueDated.remove(new ValueDated(settlement.valueDate(), settlement.number()));
        }
    }

    Iterable<Settlement> all() {
        return waiting.values();
    }

    /** Those whose value date has come, oldest first. */
    List<Long> dueOn(LocalDate businessDate) {
        ValueDated from = new ValueDated(LocalDate.MIN, 0);
        ValueDated to = new ValueDated(businessDate, Long.MAX_VALUE);
        return List.copyOf(valueDated.between(from, to).values());
    }

    void writeTo(StateSink sink) {
        sink.putLong(last);
        sink.putLong(waiting.size());
        for (Settlement settlement : waiting.values()) {
            sink.putLong(settlement.number());
            sink.putLong(settlement.proposer());
            sink.putLong(settlement.legs().size());
            settlement.legs().forEach(leg -> write(leg, sink));
            LocalDate valueDate = settlement.valueDate();
            sink.putLong(valueDate == null ? Long.MIN_VALUE : valueDate.toEpochDay());
            sink.putLong(settlement.deadlineMillis());
            write(settlement.givers(), sink);
            write(settlement.affirmed(), sink);
            write(settlement.cancelling(), sink);
        }
    }

    private static void write(Leg leg, StateSink sink) {
        sink.putLong(leg.asset());
        sink.putLong(leg.fromAccount());
        sink.putLong(leg.toAccount());
        sink.putLong(leg.amount());
        sink.putLong(leg.hold());
    }

    private static void write(List<Integer> parties, StateSink sink) {
        sink.putLong(parties.size());
        parties.forEach(party -> sink.putLong(party));
    }

    void readFrom(StateSource source) {
        last = source.getLong();
        for (int left = source.getCount(); left > 0; left--) {
            long number = source.getLong();
            int proposer = source.getInt();
            List<Leg> legs = new ArrayList<>();
            for (int legsLeft = source.getCount(); legsLeft > 0; legsLeft--) {
                legs.add(
                        new Leg(source.getInt(), source.getInt(), source.getInt(), source.getLong(), source.getLong()));
            }
            long date = source.getLong();
            LocalDate valueDate = date == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(date);
            put(new Settlement(
                    number,
                    proposer,
                    legs,
                    valueDate,
                    source.getLong(),
                    readParties(source),
                    readParties(source),
                    readParties(source)));
        }
    }

    private static List<Integer> readParties(StateSource source) {
        List<Integer> parties = new ArrayList<>();
        for (int left = source.getCount(); left > 0; left--) {
            parties.add(source.getInt());
        }
        return List.copyOf(parties);
    }
}
