package org.tallystick.readmodel.projection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Takes rows of one table: value after value in the order of its columns, then {@link #end}. */
interface Rows {

    Rows add(long value);

    Rows add(int value);

    Rows add(boolean value);

    Rows add(byte[] value);

    Rows add(@Nullable String value);

    Rows add(@Nullable LocalDate value);

    /** A null number. */
    Rows addNull();

    /** The row is complete. */
    void end();

    default Rows addNullable(@Nullable Integer value) {
        return value == null ? addNull() : add(value.intValue());
    }

    default Rows addNullable(@Nullable Long value) {
        return value == null ? addNull() : add(value.longValue());
    }
}
