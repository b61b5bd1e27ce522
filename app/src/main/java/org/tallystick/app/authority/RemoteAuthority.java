package org.tallystick.app.authority;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.app.console.Failure;

/** A node in another process, reached through its {@link ControlSocket}. */
final class RemoteAuthority implements Authority {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAuthority.class);

    private final SocketChannel connection;
    private final DataOutputStream out;

    /** Guards the order of requests: in which they are sent is in which they wait. */
    private final ReentrantLock sending = new ReentrantLock();

    private final Deque<CompletableFuture<byte[]>> waiting = new ArrayDeque<>();
    private boolean ended;

    private RemoteAuthority(SocketChannel connection) {
        this.connection = connection;
        this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(connection)));
    }

    /** The node that listens at this file; empty when none does. */
    static Optional<Authority> connect(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            RemoteAuthority authority = new RemoteAuthority(SocketChannel.open(UnixDomainSocketAddress.of(file)));
            Thread.ofVirtual().name("tally-receipts").start(authority::readReplies);
            return Optional.of(authority);
        } catch (IOException nobodyListens) {
            LOG.debug("nobody listens at {}: {}", file, nobodyListens.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public CompletableFuture<byte[]> submit(byte[] envelope) {
        return send(new Frame(Frame.SUBMIT, envelope));
    }

    @Override
    public CompletableFuture<Long> snapshot() {
        return send(new Frame(Frame.SNAPSHOT, new byte[0]))
                .thenApply(body -> ByteBuffer.wrap(body).getLong());
    }

    private CompletableFuture<byte[]> send(Frame request) {
        CompletableFuture<byte[]> reply = new CompletableFuture<>();
        sending.lock();
        try {
            if (ended) {
                throw new IOException("the connection has ended");
            }
            waiting.add(reply);
            request.write(out);
            out.flush();
        } catch (IOException e) {
            reply.completeExceptionally(lost());
        } finally {
            sending.unlock();
        }
        return reply;
    }

    private void readReplies() {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(connection)));
            for (Frame frame = Frame.read(in); frame != null; frame = Frame.read(in)) {
                complete(frame);
            }
        } catch (IOException e) {
            LOG.debug("the connection to the node broke: {}", e.getMessage());
        } finally {
            end();
        }
    }

    private void complete(Frame frame) throws IOException {
        CompletableFuture<byte[]> reply;
        sending.lock();
        try {
            reply = waiting.poll();
        } finally {
            sending.unlock();
        }
        if (reply == null) {
            throw new IOException("a reply came to no request");
        }
        if (frame.kind() == Frame.DONE) {
            reply.complete(frame.body());
        } else {
            String[] refusal = new String(frame.body(), StandardCharsets.UTF_8).split(" ", 2);
            reply.completeExceptionally(Failure.couldNotRun(refusal[0], refusal[refusal.length - 1]));
        }
    }

    private void end() {
        sending.lock();
        try {
            ended = true;
            waiting.forEach(reply -> reply.completeExceptionally(lost()));
            waiting.clear();
        } finally {
            sending.unlock();
        }
    }

    private static Failure lost() {
        return Failure.couldNotRun(
                "CONNECTION_LOST",
                "the node ended before it answered; submit the same instructions again: what was carried out is not"
                        + " carried out twice");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("the connection to the node did not close cleanly: {}", e.getMessage());
        }
    }
}
