package org.tallystick.readmodel.projection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far the tables have come.
 *
 * @param entry the last entry that is in them; 0 for none
 * @param timeMillis its ledger time
 * @param businessDate the business date then open; null before the first
 */
public record Position(
        long entry, long timeMillis, @Nullable LocalDate businessDate) {

    static final Position START = new Position(0, 0, null);
}
