package org.tallystick.node.cluster;

import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.logbuffer.Header;
import java.io.IOException;
import java.io.InputStream;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;

/** Puts the messages that {@link SnapshotOutput} recorded together again. */
final class SnapshotInput extends InputStream {

    private final Image image;
    private final IdleStrategy idle;
    private final FragmentAssembler assembler = new FragmentAssembler(this::onMessage);
    private byte[] chunk = new byte[0];
    private int at;
    private boolean ended;

    SnapshotInput(Image image, IdleStrategy idle) {
        this.image = image;
        this.idle = idle;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, offset, part);
        at += part;
        return part;
    }

    private boolean hasMore() throws IOException {
        idle.reset();
        while (at == chunk.length && !ended) {
            if (image.poll(assembler, 1) == 0) {
                if (image.isClosed() || image.isEndOfStream()) {
                    throw new IOException("the snapshot ends too early");
                }
                idle.idle();
            }
        }
        return at < chunk.length;
    }

    private void onMessage(DirectBuffer buffer, int offset, int length, Header header) {
        ended = buffer.getByte(offset) == SnapshotOutput.LAST;
        chunk = new byte[length - 1];
        buffer.getBytes(offset + 1, chunk);
        at = 0;
    }
}
