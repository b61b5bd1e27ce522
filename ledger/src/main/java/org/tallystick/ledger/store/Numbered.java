package org.tallystick.ledger.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values numbered from 1 without gaps, in the order in which they were added. Values are immutable. */
public final class Numbered<V> {

    private final List<V> values;
    private final UndoLog undo;

    public Numbered(UndoLog undo) {
        this(new ArrayList<>(), undo);
    }

    private Numbered(List<V> values, UndoLog undo) {
        this.values = values;
        this.undo = undo;
    }

    /** A list of its own with the same content. */
    public Numbered<V> fork(UndoLog undoOfFork) {
        return new Numbered<>(new ArrayList<>(values), undoOfFork);
    }

    public int size() {
        return values.size();
    }

    /** The number the next value will have. */
    public int next() {
        return values.size() + 1;
    }

    public boolean contains(int number) {
        return number >= 1 && number <= values.size();
    }

    public @Nullable V find(int number) {
        return contains(number) ? values.get(number - 1) : null;
    }

    /**
     * The value that must be there.
     *
     * @throws IndexOutOfBoundsException if it is not: a broken invariant
     */
    public V get(int number) {
        return values.get(number - 1);
    }

    public void add(V value) {
        values.add(value);
        if (undo.isOpen()) {
            undo.add(values::removeLast);
        }
    }

    public void set(int number, V value) {
        V before = values.set(number - 1, value);
        if (undo.isOpen()) {
            undo.add(() -> values.set(number - 1, before));
        }
    }

    /** All values in order; a view, not to be held. */
    public List<V> all() {
        return values;
    }
}
