package org.tallystick.readmodel.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.BadCursor;
import org.tallystick.readmodel.Page;

/** Where pages end: the key of their last item, after a letter for the list. A key stays where it is when rows are added. */
final class Cursors {

    private Cursors() {}

    static String of(char list, long... key) {
        StringBuilder text = new StringBuilder().append(list);
        for (int i = 0; i < key.length; i++) {
            text.append(i == 0 ? "" : ".").append(key[i]);
        }
        return text.toString();
    }

    /**
     * The key of the last item of the page before; null for the first page.
     *
     * @throws BadCursor when it is of no page of this list
     */
    static long @Nullable [] read(char list, int parts, Page.Request page) {
        String after = page.after();
        if (after == null) {
            return null;
        }
        if (!after.matches("[a-z]\\d{1,18}(\\.\\d{1,18}){" + (parts - 1) + "}") || after.charAt(0) != list) {
            throw new BadCursor();
        }
        String[] numbers = after.substring(1).split("\\.", -1);
        long[] key = new long[parts];
        for (int i = 0; i < parts; i++) {
            key[i] = Long.parseLong(numbers[i]);
        }
        return key;
    }

    /** A part of a key that numbers something of which there are no more than an int counts. */
    static int small(long part) {
        if (part > Integer.MAX_VALUE) {
            throw new BadCursor();
        }
        return (int) part;
    }

    /** A page of what was found, one more having been asked for than a page has. */
    static <T> Page<T> page(List<T> found, Page.Request page, Function<T, String> cursor) {
        if (found.size() <= page.limit()) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, page.limit()));
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
