package org.tallystick.gateway.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * A connection whose client can neither have us gather what it likes nor keep us waiting for as long as it likes: a chunk of a
 * body has a length that is bounded, and it is known since when a piece of an answer is waiting to be taken.
 */
final class BoundedConnection implements ConnectionContext {

    /** The web server gathers a chunk of a body whole before anyone sees it. */
    private static final int MOST_CHUNK_BYTES = 1 << 17;

    private static final int MOST_DIGITS = 8;

    /** So long is waited for a client that is still writing what it had an answer to. */
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private static final long MOST_UNREAD_BYTES = 1 << 24;

    private final ConnectionContext connection;
    private final DataReader reader;
    private final TimedWriter writer;
    private final long patienceNanos;

    BoundedConnection(ConnectionContext connection, Duration patience) {
        this.connection = connection;
        this.reader = new BoundedReader(connection.dataReader());
        this.writer = new TimedWriter(connection.dataWriter());
        this.patienceNanos = patience.toNanos();
    }

    /** Whether the client has not taken a piece of its answer for too long. */
    boolean isStuck() {
        long since = writer.since;
        return since != 0 && System.nanoTime() - since > patienceNanos;
    }

    /**
     * Takes what the client still sends, and forgets it, until the client has ended, or for a while. To be called before a
     * connection is closed on which something may be unread: it would be reset, and the client would lose the answer.
     */
    void letPass() {
        DataReader rest = connection.dataReader();
        long left = MOST_UNREAD_BYTES;
        try (CutOff late = CutOff.after(LEAVE)) {
            while (left > 0) {
                rest.ensureAvailable();
                left -= rest.available();
                rest.skip(rest.available());
            }
        } catch (InsufficientDataAvailableException | CloseConnectionException | UncheckedIOException ended) {
            return;
        }
    }

    private static final class BoundedReader extends DataReader {

        BoundedReader(DataReader all) {
            super(
                    () -> {
                        all.ensureAvailable();
                        return all.readBytes(all.available());
                    },
                    false);
        }

        @Override
        public BufferData readBuffer(int length) {
            if (length > MOST_CHUNK_BYTES) {
                throw new Problem(
                                413,
                                "CHUNK_TOO_LARGE",
                                "The request is too large.",
                                "A chunk of a body has at most " + MOST_CHUNK_BYTES
                                        + " bytes; send it in smaller ones.")
                        .withHeader("Connection", "close");
            }
            return super.readBuffer(length);
        }

        /** The length of a chunk, and the empty line after the last: nothing else is read as a line. */
        @Override
        public String readLine() {
            int length = findNewLine(MOST_DIGITS + 1);
            String line = length > MOST_DIGITS ? "too long" : readAsciiString(length);
            if (!line.chars().allMatch(BoundedReader::isDigit)) {
                throw Problem.badRequest("BODY_AMBIGUOUS", "A chunk begins with its length: hexadecimal digits alone.")
                        .withHeader("Connection", "close");
            }
            skip(2);
            return line;
        }

        private static boolean isDigit(int c) {
            return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        }
    }

    /** Says since when it is writing, by the clock of {@link System#nanoTime}; zero while it is not. */
    private static final class TimedWriter implements DataWriter {

        private final DataWriter writer;
        private volatile long since;

        TimedWriter(DataWriter writer) {
            this.writer = writer;
        }

        private void timed(Runnable writing) {
            since = System.nanoTime() | 1;
            try {
                writing.run();
            } finally {
                since = 0;
            }
        }

        @Override
        public void write(BufferData... buffers) {
            timed(() -> writer.write(buffers));
        }

        @Override
        public void write(BufferData buffer) {
            timed(() -> writer.write(buffer));
        }

        @Override
        public void writeNow(BufferData... buffers) {
            timed(() -> writer.writeNow(buffers));
        }

        @Override
        public void writeNow(BufferData buffer) {
            timed(() -> writer.writeNow(buffer));
        }

        @Override
        public void flush() {
            timed(writer::flush);
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    @Override
    public DataReader dataReader() {
        return reader;
    }

    @Override
    public DataWriter dataWriter() {
        return writer;
    }

    @Override
    public ListenerContext listenerContext() {
        return connection.listenerContext();
    }

    @Override
    public ExecutorService executor() {
        return connection.executor();
    }

    @Override
    public Router router() {
        return connection.router();
    }

    @Override
    public Optional<ProxyProtocolData> proxyProtocolData() {
        return connection.proxyProtocolData();
    }

    @Override
    public HelidonSocket serverSocket() {
        return connection.serverSocket();
    }

    @Override
    public PeerInfo remotePeer() {
        return connection.remotePeer();
    }

    @Override
    public PeerInfo localPeer() {
        return connection.localPeer();
    }

    @Override
    public boolean isSecure() {
        return connection.isSecure();
    }

    @Override
    public String socketId() {
        return connection.socketId();
    }

    @Override
    public String childSocketId() {
        return connection.childSocketId();
    }
}
