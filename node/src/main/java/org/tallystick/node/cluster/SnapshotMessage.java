package org.tallystick.node.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.FragmentAssembler;
import io.aeron.Image;
import io.aeron.Publication;
import java.io.IOException;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** What the recording of a snapshot holds: one message. */
final class SnapshotMessage {

    private byte @Nullable [] received;

    private SnapshotMessage() {}

    static void record(byte[] message, ExclusivePublication publication, IdleStrategy idle) throws IOException {
        UnsafeBuffer buffer = new UnsafeBuffer(message);
        idle.reset();
        long position = publication.offer(buffer, 0, message.length);
        while (position < 0) {
            if (position == Publication.CLOSED || position == Publication.MAX_POSITION_EXCEEDED) {
                throw new IOException("the recording of the snapshot was closed");
            }
            idle.idle();
            position = publication.offer(buffer, 0, message.length);
        }
    }

    static byte[] replay(Image image, IdleStrategy idle) throws IOException {
        SnapshotMessage message = new SnapshotMessage();
        FragmentAssembler assembler = new FragmentAssembler((buffer, offset, length, header) -> {
            byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            message.received = bytes;
        });
        idle.reset();
        while (message.received == null) {
            if (image.poll(assembler, 1) == 0) {
                if (image.isClosed() || image.isEndOfStream()) {
                    throw new IOException("the snapshot ends too early");
                }
                idle.idle();
            }
        }
        return message.received;
    }
}
