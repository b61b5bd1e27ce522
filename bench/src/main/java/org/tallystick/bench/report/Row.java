package org.tallystick.bench.report;

import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param name what was measured, and beside what
 * @param value in {@code unit}
 * @param peer what was measured beside it, in its own unit; null where there is nothing
 * @param ratio of the value to the peer
 * @param target what was to be reached: of the ratio if it ends in {@code x}, else of the value; null where nothing was
 * @param met whether it was
 */
public record Row(
        String name,
        double value,
        String unit,
        @Nullable Double peer,
        @Nullable Double ratio,
        @Nullable String target,
        @Nullable Boolean met) {

    static Row of(Figure figure) {
        return new Row(figure.name(), figure.value(), figure.unit(), null, null, null, null);
    }
}
