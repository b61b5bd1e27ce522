package org.tallystick.ledger.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has to do by itself, and when. An item names stored state; it is never code, so it survives a snapshot
 * and an upgrade.
 */
public final class Agenda {

    /** What is to be done. The order decides among items of the same time. */
    public enum Task {
        /** A hold runs out; the number is the hold's. */
        HOLD_EXPIRY,
        /** A settlement lapses; the number is the settlement's. */
        SETTLEMENT_DEADLINE,
        /** Holders are to be paid; the number is the distribution's. */
        DISTRIBUTION,
        /** Awards are to be issued; the number is the auction's. */
        ISSUE,
        /** A value-dated settlement is due; the number is the settlement's. */
        SETTLEMENT_DUE
    }

    /**
     * One item.
     *
     * @param timeMillis ledger time from which it is due; 0 for work to be done as soon as there is a turn
     */
    public record Item(long timeMillis, Task task, long number) implements Comparable<Item> {
        @Override
        public int compareTo(Item other) {
            int byTime = Long.compare(timeMillis, other.timeMillis);
            int byTask = byTime != 0 ? byTime : task.compareTo(other.task);
            return byTask != 0 ? byTask : Long.compare(number, other.number);
        }
    }

    private final Table<Item, Item> timed;
    private final Table<Item, Item> work;

    public Agenda(UndoLog undo) {
        this(new Table<>(undo), new Table<>(undo));
    }

    private Agenda(Table<Item, Item> timed, Table<Item, Item> work) {
        this.timed = timed;
        this.work = work;
    }

    public Agenda fork(UndoLog undo) {
        return new Agenda(timed.fork(undo), work.fork(undo));
    }

    public void at(long timeMillis, Task task, long number) {
        Item item = new Item(timeMillis, task, number);
        timed.put(item, item);
    }

    public void cancel(long timeMillis, Task task, long number) {
        timed.remove(new Item(timeMillis, task, number));
    }

    public void soon(Task task, long number) {
        Item item = new Item(0, task, number);
        work.put(item, item);
    }

    public void done(Task task, long number) {
        work.remove(new Item(0, task, number));
    }

    /** The first timed item due by then, or null. */
    public @Nullable Item dueBy(long timeMillis) {
        Map.Entry<Item, Item> first = timed.first();
        return first != null && first.getKey().timeMillis() <= timeMillis ? first.getKey() : null;
    }

    /** The next piece of work, or null. */
    public @Nullable Item nextWork() {
        Map.Entry<Item, Item> first = work.first();
        return first == null ? null : first.getKey();
    }

    /** When something is next due: 0 for at once, {@link Long#MAX_VALUE} for never. */
    public long nextMillis() {
        Map.Entry<Item, Item> first = timed.first();
        if (!work.isEmpty()) {
            return 0;
        }
        return first == null ? Long.MAX_VALUE : first.getKey().timeMillis();
    }

    public void writeTo(StateSink sink) {
        write(timed, sink);
        write(work, sink);
    }

    public void readFrom(StateSource source) {
        read(timed, source);
        read(work, source);
    }

    private static void write(Table<Item, Item> items, StateSink sink) {
        sink.putLong(items.size());
        for (Item item : items.values()) {
            sink.putLong(item.timeMillis);
            sink.putLong(item.task.ordinal());
            sink.putLong(item.number);
        }
    }

    private static void read(Table<Item, Item> items, StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            Item item = new Item(source.getLong(), source.getEnum(Task.values()), source.getLong());
            items.put(item, item);
        }
    }
}
