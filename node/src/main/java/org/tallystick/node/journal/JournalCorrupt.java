package org.tallystick.node.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Bytes of a journal are not what was written. */
public final class JournalCorrupt extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long offset;

    JournalCorrupt(Path file, long offset, String what) {
        super("the journal is damaged: %s, byte %,d: %s".formatted(file.getFileName(), offset, what));
        this.file = file;
        this.offset = offset;
    }

    /** The segment file. */
    public Path file() {
        return file;
    }

    /** Where in it the damaged record begins, in bytes. */
    public long offset() {
        return offset;
    }
}
