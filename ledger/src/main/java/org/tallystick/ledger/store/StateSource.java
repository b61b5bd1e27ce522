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

    /** One of the values of an enumeration, by its position. */
    default <E extends Enum<E>> E getEnum(E[] values) {
        int ordinal = getCount();
        if (ordinal >= values.length) {
            throw new BadSnapshot("no value has position " + ordinal);
        }
        return values[ordinal];
    }
}
