package org.tallystick.bench.postgres;

/**
 * A way of settling.
 *
 * @param name for people
 * @param function of the schema that does it
 * @param dvps deliveries versus payment in one transaction
 */
record Variant(String name, String function, int dvps) {

    static final Variant ROW_LOCKS = new Variant("row locks", "settle_with_row_locks", 1);
    static final Variant ATOMIC_UPDATES = new Variant("atomic updates", "settle_with_atomic_updates", 1);

    static Variant batch(int legs) {
        return new Variant("set-based batches of %,d legs".formatted(legs), "settle_batch", legs / 2);
    }
}
