package org.tallystick.readmodel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a longer list.
 *
 * @param items in the list's order
 * @param next what to ask the following page with; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /**
     * Which page is wanted.
     *
     * @param limit at most so many items, 1 to 1,000
     * @param after the {@link Page#next} of the page before; null for the first
     */
    public record Request(int limit, @Nullable String after) {

        /** Most items a page may have. */
        public static final int MOST = 1_000;

        public Request {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("a page has 1 to 1000 items, not " + limit);
            }
        }

        public static Request first(int limit) {
            return new Request(limit, null);
        }
    }
}
