package org.tallystick.ledger.store;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by key, always iterated in the order of the keys, so that every machine sees the same order. Values are
 * immutable: a change replaces one, which makes a copy of the table a copy of the state.
 */
public final class Table<K extends Comparable<? super K>, V> {

    private final TreeMap<K, V> rows;
    private final UndoLog undo;

    public Table(UndoLog undo) {
        this(new TreeMap<>(), undo);
    }

    private Table(TreeMap<K, V> rows, UndoLog undo) {
        this.rows = rows;
        this.undo = undo;
    }

    /** A table of its own with the same content. */
    public Table<K, V> fork(UndoLog undoOfFork) {
        return new Table<>(new TreeMap<>(rows), undoOfFork);
    }

    public @Nullable V get(K key) {
        return rows.get(key);
    }

    /**
     * The value that must be there.
     *
     * @throws IllegalStateException if it is not: a broken invariant
     */
    public V require(K key) {
        V value = rows.get(key);
        if (value == null) {
            throw new IllegalStateException("nothing stands under " + key);
        }
        return value;
    }

    public boolean contains(K key) {
        return rows.containsKey(key);
    }

    public void put(K key, V value) {
        V before = rows.put(key, value);
        if (undo.isOpen()) {
            undo.add(before == null ? () -> rows.remove(key) : () -> rows.put(key, before));
        }
    }

    public void remove(K key) {
        V before = rows.remove(key);
        if (before != null && undo.isOpen()) {
            undo.add(() -> rows.put(key, before));
        }
    }

    public int size() {
        return rows.size();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The first row by key, or null when empty. */
    public Map.@Nullable Entry<K, V> first() {
        return rows.firstEntry();
    }

    /** The last row by key, or null when empty. */
    public Map.@Nullable Entry<K, V> last() {
        return rows.lastEntry();
    }

    /** The row with the greatest key not above this one, or null. */
    public Map.@Nullable Entry<K, V> floor(K key) {
        return rows.floorEntry(key);
    }

    /** The rows from one key to another, both included, in order; a view, not to be held. */
    public NavigableMap<K, V> between(K from, K to) {
        return rows.subMap(from, true, to, true);
    }

    /** All values in the order of their keys; a view, not to be held. */
    public Collection<V> values() {
        return rows.values();
    }

    /** All rows in order; a view, not to be held. */
    public Iterable<Map.Entry<K, V>> rows() {
        return rows.entrySet();
    }
}
