package org.tallystick.node.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import java.io.IOException;
import java.io.OutputStream;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;

/** Cuts a snapshot's bytes into messages for a recording. Each begins with a byte that says whether it is the last. */
final class SnapshotOutput extends OutputStream {

    static final byte MORE = 0;
    static final byte LAST = 1;

    private static final int CHUNK_BYTES = 32 << 10;

    private final ExclusivePublication publication;
    private final IdleStrategy idle;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final UnsafeBuffer message = new UnsafeBuffer(chunk);
    private int used = 1;

    SnapshotOutput(ExclusivePublication publication, IdleStrategy idle) {
        this.publication = publication;
        this.idle = idle;
    }

    @Override
    public void write(int oneByte) throws IOException {
        if (used == chunk.length) {
            send(MORE);
        }
        chunk[used++] = (byte) oneByte;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (used == chunk.length) {
                send(MORE);
            }
            int part = Math.min(left, chunk.length - used);
            System.arraycopy(bytes, from, chunk, used, part);
            used += part;
            from += part;
            left -= part;
        }
    }

    /** Ends the snapshot. Without it, what was written is no snapshot. */
    void finish() throws IOException {
        send(LAST);
    }

    private void send(byte kind) throws IOException {
        chunk[0] = kind;
        idle.reset();
        long position = publication.offer(message, 0, used);
        while (position < 0) {
            if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
                throw new IOException("the recording of the snapshot was closed");
            }
            idle.idle();
            position = publication.offer(message, 0, used);
        }
        used = 1;
    }
}
