package org.tallystick.node.storage;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches that the disk keeps a reserve of room: what is already ordered must always find a place. Any thread
 * may look and ask.
 */
public final class DiskReserve {

    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);

    private final FileStore store;
    private final long reserveBytes;
    private volatile long usableBytes;
    private volatile boolean low;

    /** Looks once; the directory exists. */
    public DiskReserve(Path directory, long reserveBytes) throws IOException {
        this.store = Files.getFileStore(directory);
        this.reserveBytes = reserveBytes;
        look();
    }

    /** Looks how much room there is. */
    public synchronized void look() {
        try {
            usableBytes = store.getUsableSpace();
        } catch (IOException e) {
            LOG.warn("the room left on the disk cannot be read: {}", e.getMessage());
            return;
        }
        boolean nowLow = usableBytes < reserveBytes;
        if (nowLow != low) {
            low = nowLow;
            if (nowLow) {
                LOG.warn("{}; submissions are refused until room is made", sentence());
            } else {
                LOG.info("the disk has room again: submissions are taken");
            }
        }
    }

    /** Whether there was less room than the reserve when last looked at. */
    public boolean isLow() {
        return low;
    }

    /** Whether so many bytes can be written without touching the reserve. */
    public boolean hasRoomFor(long bytes) {
        look();
        return usableBytes - reserveBytes >= bytes;
    }

    /** What there is and what there should be. */
    public String sentence() {
        return "the disk has %,d bytes left, less than the reserve of %,d".formatted(usableBytes, reserveBytes);
    }
}
