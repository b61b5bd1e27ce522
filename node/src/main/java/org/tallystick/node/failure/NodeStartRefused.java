package org.tallystick.node.failure;

import org.jspecify.annotations.Nullable;

/** The node would not start on what it was given. Nothing was changed in the data directory. */
public final class NodeStartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. The names are stable. */
    public enum Code {
        /** Another process, or this one, runs a node on the directory. */
        DATA_DIRECTORY_IN_USE,
        /** The directory was created for a ledger with another id. */
        DATA_DIRECTORY_OF_ANOTHER_LEDGER,
        /** The directory cannot be created, read or written. */
        DATA_DIRECTORY_UNUSABLE,
        /** The directory holds files, but no ledger. */
        DATA_DIRECTORY_NOT_OF_A_LEDGER,
        /** The directory was written in a format this version does not know. */
        DATA_DIRECTORY_FORMAT_UNKNOWN,
        /** The disk has less room than the reserve. */
        STORAGE_LOW,
        /** The journal is damaged where the log can no longer restore it. */
        JOURNAL_CORRUPT,
        /** Java was started without the {@code --add-opens} options that the log needs. */
        JVM_OPTIONS_MISSING
    }

    private final Code code;

    public NodeStartRefused(Code code, String sentence) {
        this(code, sentence, null);
    }

    public NodeStartRefused(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
