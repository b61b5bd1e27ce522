package org.tallystick.ledger.book;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/**
 * What each holder of an asset had at a moment in the past, for as long as a distribution to them lasts.
 *
 * <p>Nothing is copied when the moment is fixed. A holding that changes afterwards has its balance of before the change
 * kept here, once; a holding that did not change is its own record. So fixing a million holders costs nothing, and
 * trading goes on while they are paid.
 */
final class RecordDates {

    /** A fixed moment: rows up to {@code lastRow} existed then, later ones did not. */
    private record Fixing(long number, int asset, int lastRow) {}

    private record RowAt(long fixing, int row) implements Comparable<RowAt> {
        @Override
        public int compareTo(RowAt other) {
            int byFixing = Long.compare(fixing, other.fixing);
            return byFixing != 0 ? byFixing : Integer.compare(row, other.row);
        }
    }

    private final Table<Long, Fixing> fixings;
    private final Table<RowAt, Long> kept;

    RecordDates(UndoLog undo) {
        this(new Table<>(undo), new Table<>(undo));
    }

    private RecordDates(Table<Long, Fixing> fixings, Table<RowAt, Long> kept) {
        this.fixings = fixings;
        this.kept = kept;
    }

    RecordDates fork(UndoLog undo) {
        return new RecordDates(fixings.fork(undo), kept.fork(undo));
    }

    void fix(long number, int asset, int lastRow) {
        fixings.put(number, new Fixing(number, asset, lastRow));
    }

    void forget(long number) {
        fixings.remove(number);
        List<RowAt> rows = new ArrayList<>(kept.between(new RowAt(number, 0), new RowAt(number, Integer.MAX_VALUE))
                .keySet());
        rows.forEach(kept::remove);
    }

    boolean isEmpty() {
        return fixings.isEmpty();
    }

    /** To be told of every change of a holding's total, before it happens. */
    void beforeChange(int asset, int row, long total) {
        for (Fixing fixing : fixings.values()) {
            if (fixing.asset == asset && row <= fixing.lastRow) {
                RowAt key = new RowAt(fixing.number, row);
                if (!kept.contains(key)) {
                    kept.put(key, total);
                }
            }
        }
    }

    int lastRow(long number) {
        return fixings.require(number).lastRow;
    }

    /** What the row held at the fixed moment, or null if it has not changed since. */
    @Nullable
    Long keptBalance(long number, int row) {
        return kept.get(new RowAt(number, row));
    }

    /** Whether the row, whatever it holds now, held something at a fixed moment. */
    boolean keepsSome(int asset, int row) {
        for (Fixing fixing : fixings.values()) {
            Long balance = fixing.asset == asset ? keptBalance(fixing.number, row) : null;
            if (balance != null && balance != 0) {
                return true;
            }
        }
        return false;
    }

    void writeTo(StateSink sink) {
        sink.putLong(fixings.size());
        for (Fixing fixing : fixings.values()) {
            sink.putLong(fixing.number);
            sink.putLong(fixing.asset);
            sink.putLong(fixing.lastRow);
        }
        sink.putLong(kept.size());
        kept.rows().forEach(row -> {
            sink.putLong(row.getKey().fixing);
            sink.putLong(row.getKey().row);
            sink.putLong(row.getValue());
        });
    }

    void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            Fixing fixing = new Fixing(source.getLong(), source.getInt(), source.getInt());
            fixings.put(fixing.number, fixing);
        }
        for (int left = source.getCount(); left > 0; left--) {
            kept.put(new RowAt(source.getLong(), source.getInt()), source.getLong());
        }
    }
}
