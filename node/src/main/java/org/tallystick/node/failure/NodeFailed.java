package org.tallystick.node.failure;

import org.jspecify.annotations.Nullable;

/**
 * The node had to stop. Every receipt it gave stands and is in the journal. Whether a submission still in flight was
 * ordered is for the next start to say: look its receipt up before submitting it again.
 */
public final class NodeFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Stands for "no entry" and "no position". */
    public static final long NONE = -1;

    /** Why. The names are stable. */
    public enum Code {
        /** The machine threw, or lost count of its entries. It will do so again at the same entry. */
        BROKEN_INVARIANT,
        /** Replay came to another receipt, time or state hash than the journal holds. */
        REPLAY_DIFFERS,
        /** The journal ends before the snapshot that the log was cut at. */
        JOURNAL_BEHIND_SNAPSHOT,
        /** The journal holds entries that the log does not. */
        LOG_BEHIND_JOURNAL,
        /** The journal could not be read. */
        JOURNAL_CORRUPT,
        /** A snapshot, or the state that it refers to, could not be restored. */
        SNAPSHOT_UNREADABLE,
        /** The log could not be replayed: a file of it is damaged or missing. */
        LOG_UNREADABLE,
        /** The disk is full. */
        STORAGE_FULL,
        /** The log stopped: its storage failed, or one of its threads did. */
        LOG_STOPPED
    }

    private final Code code;
    private final long index;
    private final long logPosition;

    public NodeFailed(Code code, String sentence, @Nullable Throwable cause) {
        this(code, sentence, NONE, NONE, cause);
    }

    public NodeFailed(Code code, String sentence, long index, long logPosition, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.index = index;
        this.logPosition = logPosition;
    }

    /** An entry and where in the log it ends, if it is there, for a sentence. */
    public static String place(long index, long logPosition) {
        return logPosition == NONE
                ? "entry %,d".formatted(index)
                : "entry %,d, which ends at log position %,d,".formatted(index, logPosition);
    }

    public Code code() {
        return code;
    }

    /** The entry at which the node stopped, or {@link #NONE}. */
    public long index() {
        return index;
    }

    /** Where in the log that entry ends, in bytes from the log's beginning, or {@link #NONE}. */
    public long logPosition() {
        return logPosition;
    }
}
