package org.tallystick.readmodel.projection;

/** A row that may change again, as it is after the entries read so far. */
abstract class Row {

    /** Whether the table has it, in whatever state. */
    boolean stored;

    /** Whether it differs from what the table has. */
    boolean changed;

    /** Puts every column, in the order of the sheet; does not end the row. */
    abstract void write(Rows rows);

    abstract Sheet sheet();

    /** Where the row stands among those of its table that are written together: near those that are near it there. */
    long order() {
        return 0;
    }
}
