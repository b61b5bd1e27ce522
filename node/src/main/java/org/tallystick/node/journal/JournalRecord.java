package org.tallystick.node.journal;

/** What a journal holds, in the order of the log: entries, and between them marks of the state they led to. */
public sealed interface JournalRecord permits JournalEntry, JournalMark {

    /** Index of the entry, or of the last entry before the mark (zero before the first). */
    long index();

    /** Time of that entry, milliseconds since the epoch; for a mark, of the last entry before it. */
    long timeMillis();
}
