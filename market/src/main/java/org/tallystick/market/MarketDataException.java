package org.tallystick.market;

/** A file of market data cannot be read: the fault, where it is, and a sentence for people. */
public final class MarketDataException extends Exception {
    /** What is wrong; the names are stable. */
    public enum Fault {
        /** The file is missing, a directory, or not allowed to be read. */
        UNREADABLE_FILE,
        /** There is no header, or nothing after it. */
        EMPTY_FILE,
        NOT_UTF_8,
        /** A column that no record makes sense without is not in the header. */
        MISSING_COLUMN,
        /** Two columns of the header mean the same. */
        DUPLICATE_COLUMN,
        WRONG_FIELD_COUNT,
        MALFORMED_QUOTES,
        /** A cell that must have a value is empty. */
        MISSING_VALUE,
        /** A cell is not the date, number or name that its column holds. */
        UNPARSABLE_VALUE,
        /** A series has a gap, or is not in order. */
        BROKEN_SERIES
    }

    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final long line;
    private final int column;

    private MarketDataException(Fault fault, long line, int column, String message) {
        super(message);
        this.fault = fault;
        this.line = line;
        this.column = column;
    }

    static MarketDataException ofFile(Fault fault, String sentence) {
        return new MarketDataException(fault, 0, 0, sentence);
    }

    static MarketDataException atLine(Fault fault, long line, String sentence) {
        return new MarketDataException(fault, line, 0, "line " + line + ": " + sentence);
    }

    static MarketDataException atCell(Fault fault, long line, int column, String columnName, String sentence) {
        return new MarketDataException(
                fault, line, column, "line " + line + ", column " + column + " (" + columnName + "): " + sentence);
    }

    public Fault fault() {
        return fault;
    }

    /** The line in the file, from 1; 0 if the fault is in no one line. */
    public long line() {
        return line;
    }

    /** The column of the table, from 1; 0 if the fault is in no one column. */
    public int column() {
        return column;
    }
}
