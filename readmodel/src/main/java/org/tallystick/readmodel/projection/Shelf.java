package org.tallystick.readmodel.projection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Rows of one table that are in use; one that is not here is fetched. */
final class Shelf<K, V extends Row> {

    private final Map<K, V> rows = new HashMap<>();
    private final Function<K, @Nullable V> fetch;

    Shelf(Function<K, @Nullable V> fetch) {
        this.fetch = fetch;
    }

    @Nullable
    V find(K key) {
        V row = rows.get(key);
        if (row == null) {
            row = fetch.apply(key);
            if (row != null) {
                rows.put(key, row);
            }
        }
        return row;
    }

    V put(K key, V row) {
        rows.put(key, row);
        return row;
    }

    /**
     * Lets go of rows when there are more than so many: first of those that are over, then of all but those that have
     * changed. What has not changed must be in the table: it is fetched again when it is asked for.
     */
    void keepBelow(int most, Predicate<V> over) {
        if (rows.size() > most) {
            rows.values().removeIf(row -> !row.changed && over.test(row));
            if (rows.size() > most / 2) {
                rows.values().removeIf(row -> !row.changed);
            }
        }
    }

    int size() {
        return rows.size();
    }
}
