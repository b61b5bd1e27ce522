package org.tallystick.node.storage;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole, or as it was before, whatever ends the process or the machine. */
public final class WholeFile {

    /** So much is forced to disk at a time: while a disk takes a lot at once, it takes nothing from others. */
    private static final int PIECE_BYTES = 1 << 20;

    private WholeFile() {}

    /** Puts what the file is to hold into a stream, which is closed by whoever gave it. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; returns when it is on disk, and its name too. Replaces one that is there.
     *
     * @param draft in the same directory; the content stands there until it is whole, and is removed if it never is
     */
    public static void write(Path file, Path draft, Content content) throws IOException {
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                content.writeTo(inPieces(channel));
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceDirectory(file.resolveSibling(""));
    }

    private static OutputStream inPieces(FileChannel channel) {
        return new FilterOutputStream(Channels.newOutputStream(channel)) {
            private long unforced;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                unforced += length;
                if (unforced >= PIECE_BYTES) {
                    channel.force(false);
                    unforced = 0;
                }
            }
        };
    }

    /** Waits until the names of a directory's files are on disk. */
    public static void forceDirectory(Path directory) throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
