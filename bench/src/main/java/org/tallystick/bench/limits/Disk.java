package org.tallystick.bench.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** What the disk takes for being written to. */
public final class Disk {

    private static final int BLOCK = 4_096;
    private static final int MEBIBYTE = 1 << 20;

    private Disk() {}

    /** Appends blocks of 4 KiB to a new file, each forced to disk before the next; tells the nanoseconds of each. */
    public static Histogram forcedAppends(Path file, int blocks) throws IOException {
        Histogram nanos = new Histogram(3);
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
        try (FileChannel channel = create(file)) {
            for (int i = 0; i < blocks; i++) {
                long before = System.nanoTime();
                writeAll(channel, block);
                channel.force(false);
                nanos.recordValue(System.nanoTime() - before);
            }
        }
        return nanos;
    }

    /** Megabytes a second into a new file, forced to disk at the end. */
    static double sequentialWrite(Path file, int mebibytes) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(MEBIBYTE);
        long start = System.nanoTime();
        try (FileChannel channel = create(file)) {
            for (int i = 0; i < mebibytes; i++) {
                writeAll(channel, block);
            }
            channel.force(true);
        }
        return (double) mebibytes * MEBIBYTE / 1e6 / ((System.nanoTime() - start) / 1e9);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void writeAll(FileChannel channel, ByteBuffer block) throws IOException {
        block.clear();
        while (block.hasRemaining()) {
            if (channel.write(block) < 0) {
                throw new IOException("the file took nothing");
            }
        }
    }
}
