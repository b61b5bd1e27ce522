package org.tallystick.ledger.store;

/**
 * Gives back what a {@link StateSink} took, in the same order.
 *
 * <p>Implementations throw {@link BadSnapshot} when what comes next is not what is asked for.
 */
public interface StateSource {

    long getLong();

    String getText();

    byte[] getBytes();

    /** A number that must fit an int. */
    default int getInt() {
        long value = getLong();
        if (value != (int) value) {
            throw new BadSnapshot("a number of " + value + " stands where a smaller one must");
        }
        return (int) value;
    }

    /** How many items follow. */
    default int getCount() {
        int count = getInt();
        if (count < 0) {
            throw new BadSnapshot("a count of " + count + " is impossible");
        }
        return count;
    }

    /**
     * For so many of the items that follow room may be made at once: for all of them, unless they are so many that the count
     * should not be believed before they have come.
     */
    static int room(int count) {
        return Math.min(count, 1 << 21);
    }

    /** One of the values of an enumeration, by its position. */
    default <E extends Enum<E>> E getEnum(E[] values) {
        int ordinal = getCount();
        if (ordinal >= values.length) {
            throw new BadSnapshot("no value has position " + ordinal);
        }
        return values[ordinal];
    }
}
