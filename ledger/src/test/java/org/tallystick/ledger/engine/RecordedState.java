package org.tallystick.ledger.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;

/** A snapshot in memory: what was put into it comes out again in the same order, once. */
public final class RecordedState implements StateSink, StateSource {

    private final Deque<Object> values = new ArrayDeque<>();

    static RecordedState of(Ledger ledger) {
        RecordedState state = new RecordedState();
        ledger.writeTo(state);
        return state;
    }

    public boolean isReadToTheEnd() {
        return values.isEmpty();
    }

    @Override
    public void putLong(long value) {
        values.add(value);
    }

    @Override
    public void putText(String value) {
        values.add(value);
    }

    @Override
    public void putBytes(byte[] value) {
        values.add(value.clone());
    }

    @Override
    public long getLong() {
        return take(Long.class);
    }

    @Override
    public String getText() {
        return take(String.class);
    }

    @Override
    public byte[] getBytes() {
        return take(byte[].class);
    }

    private <T> T take(Class<T> kind) {
        Object next = values.poll();
        if (!kind.isInstance(next)) {
            throw new BadSnapshot(next + " stands where a " + kind.getSimpleName() + " must");
        }
        return kind.cast(next);
    }
}
