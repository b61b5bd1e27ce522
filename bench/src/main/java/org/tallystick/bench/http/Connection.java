package org.tallystick.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** One connection that is kept alive: a request, its answer, the next request. */
final class Connection implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final byte[] LENGTH = "content-length:".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int TO_SMALL = 'a' - 'A';

    final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final byte[] bytes = new byte[BUFFER];
    private int received;
    private int bodyAt;
    private int bodyLength;

    /** The request that is being answered. */
    int request;

    private Connection(SocketChannel channel) {
        this.channel = channel;
    }

    static Connection open(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        return new Connection(channel);
    }

    void send(int number, ByteBuffer bytes) throws IOException {
        request = number;
        received = 0;
        bodyAt = 0;
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads what has come; whether the answer is complete. */
    boolean receive() throws IOException {
        in.clear();
        int read = channel.read(in);
        if (read < 0) {
            throw new EOFException("the gateway closed a connection");
        }
        in.flip().get(bytes, received, read);
        received += read;
        if (bodyAt == 0) {
            findBody();
        }
        return bodyAt > 0 && received >= bodyAt + bodyLength;
    }

    private void findBody() throws IOException {
        int length = -1;
        int line = 0;
        for (int i = 0; i + 1 < received; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                if (i == line) {
                    if (length < 0) {
                        throw new IOException("an answer without a length");
                    }
                    bodyAt = i + 2;
                    bodyLength = length;
                    return;
                }
                length = isLength(line) ? number(line + LENGTH.length) : length;
                line = i + 2;
                i++;
            }
        }
    }

    private boolean isLength(int line) {
        for (int i = 0; i < LENGTH.length; i++) {
            int letter = bytes[line + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter + TO_SMALL : letter) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int at) {
        int number = 0;
        int i = at;
        while (bytes[i] == ' ') {
            i++;
        }
        for (; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /** Of the answer. */
    int status() {
        return number(STATUS_AT);
    }

    /** The body of the answer, until the next is received. */
    ByteBuffer body() {
        return ByteBuffer.wrap(bytes, bodyAt, bodyLength).slice();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
