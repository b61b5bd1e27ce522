package org.tallystick.app.authority;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tallystick.app.console.Failure;
import org.tallystick.node.failure.NodeFailed;
import org.tallystick.node.failure.SubmissionRefused;

/**
 * Lets other processes of the same user submit to an authority in this one: a Unix domain socket in its directory,
 * which nobody else may open. Whoever connects still needs signatures for whatever it asks.
 */
final class ControlSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

    /** So many requests of one connection may wait for their replies; then it is read no further. */
    private static final int MAX_WAITING = 4_096;

    /** A reply on its way to the client; the end of them is marked by one whose frame is null. */
    private record Reply(@Nullable CompletableFuture<Frame> frame) {}

    private final Path file;
    private final Authority authority;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();

    private ControlSocket(Path file, Authority authority, ServerSocketChannel server) {
        this.file = file;
        this.authority = authority;
        this.server = server;
    }

    /** Listens at this file; what lies there was left behind, since the caller holds the directory. */
    static ControlSocket listen(Path file, Authority authority) throws IOException {
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        ControlSocket socket = new ControlSocket(file, authority, server);
        Thread.ofVirtual().name("tally-socket").start(socket::accept);
        return socket;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel connection = server.accept();
                connections.add(connection);
                if (!server.isOpen()) {
                    close(connection); // came while the socket was being closed
                    return;
                }
                Thread.ofVirtual().name("tally-connection").start(() -> serve(connection));
            }
        } catch (IOException e) {
            if (server.isOpen()) {
                LOG.warn("the socket {} takes no more connections: {}", file, e.getMessage());
            }
        }
    }

    private void serve(SocketChannel connection) {
        BlockingQueue<Reply> replies = new LinkedBlockingQueue<>(MAX_WAITING);
        Thread writer = Thread.ofVirtual().name("tally-replies").start(() -> writeReplies(connection, replies));
        try (connection) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(connection)));
            for (Frame request = Frame.read(in); request != null; request = Frame.read(in)) {
                replies.put(new Reply(answer(request)));
            }
            replies.put(new Reply(null));
            writer.join();
        } catch (IOException e) {
            LOG.debug("a connection to {} broke: {}", file, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writer.interrupt();
            connections.remove(connection);
        }
    }

    private CompletableFuture<Frame> answer(Frame request) {
        CompletableFuture<byte[]> done = switch (request.kind()) {
            case Frame.SUBMIT -> authority.submit(request.body());
            case Frame.SNAPSHOT -> authority.snapshot().thenApply(ControlSocket::bytesOf);
            default ->
                CompletableFuture.failedFuture(
                        Failure.badInput("UNKNOWN_REQUEST", "this node does not know such a request"));
        };
        return done.thenApply(body -> new Frame(Frame.DONE, body)).exceptionally(ControlSocket::refusal);
    }

    private static byte[] bytesOf(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static Frame refusal(Throwable thrown) {
        Throwable why = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        String code = switch (why) {
            case SubmissionRefused refused -> refused.code().name();
            case NodeFailed failed -> failed.code().name();
            case Failure failure -> failure.code();
            default -> "INTERNAL";
        };
        return new Frame(Frame.REFUSED, (code + " " + why.getMessage()).getBytes(StandardCharsets.UTF_8));
    }

    private void writeReplies(SocketChannel connection, BlockingQueue<Reply> replies) {
        try {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(connection)));
            for (CompletableFuture<Frame> frame = replies.take().frame();
                    frame != null;
                    frame = replies.take().frame()) {
                frame.get().write(out);
                if (replies.isEmpty()) {
                    out.flush();
                }
            }
            out.flush();
        } catch (IOException | ExecutionException e) {
            LOG.debug("a connection to {} takes no more replies: {}", file, e.getMessage());
            close(connection);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(SocketChannel connection) {
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("a connection did not close cleanly: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the socket {} did not close cleanly: {}", file, e.getMessage());
        }
        connections.forEach(ControlSocket::close);
    }
}
