package org.tallystick.readmodel.projection;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What a run of entries adds to the tables and changes in them, and the position after it. */
final class Batch {

    private final Map<Sheet, Rows> added = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Rows> changed = new EnumMap<>(Sheet.class);
    private final Function<Sheet, Rows> rows;
    final Position before;
    Position after;

    Batch(Position before, Function<Sheet, Rows> rows) {
        this.before = before;
        this.after = before;
        this.rows = rows;
    }

    /** Rows with keys that no row has. */
    Rows added(Sheet sheet) {
        return added.computeIfAbsent(sheet, rows);
    }

    /** Rows that take the place of those with their key. */
    Rows changed(Sheet sheet) {
        return changed.computeIfAbsent(sheet, rows);
    }

    Map<Sheet, Rows> added() {
        return added;
    }

    Map<Sheet, Rows> changed() {
        return changed;
    }

    long entries() {
        return after.entry() - before.entry();
    }
}
