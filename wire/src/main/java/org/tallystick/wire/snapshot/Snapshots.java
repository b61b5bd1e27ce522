package org.tallystick.wire.snapshot;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.store.BadSnapshot;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.wire.proto.Tally;

/**
 * Snapshots as streams of bytes: the length of the header in four bytes, big-endian; the header; the content; the SHA-256
 * of all that.
 */
public final class Snapshots {

    private static final int FORMAT_VERSION = 1;
    private static final int LONGEST_HEADER = 4096;

    private Snapshots() {}

    /**
     * Writes a snapshot. The stream is flushed and left open.
     *
     * @param state puts the whole state into the sink; called twice, to measure and to write, and must do the same both
     *     times
     * @throws IOException if the stream fails
     */
    public static void write(OutputStream out, SnapshotHead head, Consumer<StateSink> state) throws IOException {
        StateWriter measure = new StateWriter(OutputStream.nullOutputStream());
        state.accept(measure);
        byte[] header = message(head, measure.written()).toByteArray();

        MessageDigest digest = Sha256.start();
        DigestOutputStream digested = new DigestOutputStream(out, digest);
        digested.write(ByteBuffer.allocate(Integer.BYTES).putInt(header.length).array());
        digested.write(header);
        StateWriter content = new StateWriter(digested);
        try {
            state.accept(content);
            content.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        if (content.written() != measure.written()) {
            throw new IllegalStateException("the state put " + measure.written() + " bytes when measured, "
                    + content.written() + " when written");
        }
        out.write(digest.digest());
        out.flush();
    }

    /**
     * Reads a snapshot. Nothing of it can be relied on before this returns: its digest stands at the end. The stream is
     * left open, after the snapshot's last byte.
     *
     * @param state makes the state from the source; what it throws on a content that makes no sense becomes a
     *     {@link BadSnapshot}
     * @throws BadSnapshot if the bytes are no snapshot, or not the bytes that were written
     * @throws IOException if the stream fails
     */
    public static <T> Snapshot<T> read(InputStream in, Function<StateSource, T> state) throws IOException {
        MessageDigest digest = Sha256.start();
        DataInputStream digested = new DataInputStream(new DigestInputStream(in, digest));
        try {
            Tally.SnapshotHeader header = header(digested);
            SnapshotHead head = head(header);
            T made = content(digested, header.getContentLength(), state);
            byte[] expected = digest.digest();
            if (!MessageDigest.isEqual(expected, new DataInputStream(in).readNBytes(expected.length))) {
                throw new BadSnapshot("the snapshot is damaged: its digest is not that of its bytes");
            }
            return new Snapshot<>(head, made);
        } catch (EOFException cutOff) {
            throw new BadSnapshot("the snapshot is cut off in its header");
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Tally.SnapshotHeader header(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_HEADER) {
            throw new BadSnapshot("this is no snapshot: its header would have " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        try {
            return Tally.SnapshotHeader.parseFrom(bytes);
        } catch (InvalidProtocolBufferException unreadable) {
            throw new BadSnapshot("this is no snapshot: its header is no message: " + unreadable.getMessage());
        }
    }

    private static SnapshotHead head(Tally.SnapshotHeader header) {
        if (header.getFormatVersion() != FORMAT_VERSION) {
            throw new BadSnapshot("the snapshot's format has version "
                    + Integer.toUnsignedString(header.getFormatVersion()) + "; this program knows " + FORMAT_VERSION);
        }
        if (header.getStateHash().size() != Digest.LENGTH) {
            throw new BadSnapshot("the snapshot's header has a state hash of "
                    + header.getStateHash().size() + " bytes, not " + Digest.LENGTH);
        }
        if (header.getContentLength() < 0 || header.getLastIndex() < 0) {
            throw new BadSnapshot("the snapshot's header has a negative length or index");
        }
        return new SnapshotHead(
                header.getLedger(),
                header.getLastIndex(),
                header.getTimeMillis(),
                new Digest(header.getStateHash().toByteArray()));
    }

    // The content is not trusted yet: whatever a restoring engine makes of nonsense is the snapshot's fault, not ours.
    private static <T> T content(InputStream in, long length, Function<StateSource, T> state) {
        StateReader reader = new StateReader(in, length);
        try {
            T made = state.apply(reader);
            reader.requireEnd();
            return made;
        } catch (BadSnapshot | UncheckedIOException known) {
            throw known;
        } catch (RuntimeException nonsense) {
            BadSnapshot bad = new BadSnapshot("the state makes no sense before byte " + reader.position()
                    + " of the content: " + nonsense.getMessage());
            bad.initCause(nonsense);
            throw bad;
        }
    }

    private static Tally.SnapshotHeader message(SnapshotHead head, long contentLength) {
        return Tally.SnapshotHeader.newBuilder()
                .setFormatVersion(FORMAT_VERSION)
                .setLedger(head.ledger())
                .setLastIndex(head.lastIndex())
                .setTimeMillis(head.timeMillis())
                .setStateHash(ByteString.copyFrom(head.stateHash().bytes()))
                .setContentLength(contentLength)
                .build();
    }
}
