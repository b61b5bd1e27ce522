package org.tallystick.bench.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Frames;

/**
 * A bulk over a connection of its own: one thread sends the envelopes, while the one that calls takes the receipts.
 *
 * @param body the envelopes, each after its length
 */
record Bulk(InetSocketAddress gateway, String host, String token, byte[] body) implements Callable<List<byte[]>> {

    private static final int BUFFER = 64 * 1024;
    private static final int HEXADECIMAL = 16;

    static Bulk of(Authority authority, String token, List<byte[]> envelopes) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] envelope : envelopes) {
            Frames.write(body, envelope);
        }
        return new Bulk(authority.address(), authority.host(), token, body.toByteArray());
    }

    /** The receipts that came before the bulk ended. */
    @Override
    public List<byte[]> call() throws IOException, InterruptedException {
        try (Socket socket = new Socket(gateway.getAddress(), gateway.getPort())) {
            OutputStream out = socket.getOutputStream();
            Thread sender = Thread.ofPlatform().start(() -> send(out));
            List<byte[]> receipts = receipts(new BufferedInputStream(socket.getInputStream(), BUFFER));
            sender.join();
            return receipts;
        }
    }

    private void send(OutputStream out) {
        try {
            out.write(Posts.head("/api/v1/instructions/bulk", host, token, body.length));
            out.write(body);
            out.flush();
        } catch (IOException cut) {
            // The receipts that are missing tell.
        }
    }

    private static List<byte[]> receipts(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IllegalStateException("a bulk was answered " + status);
        }
        String header = line(in);
        while (!header.isEmpty()) {
            header = line(in);
        }
        InputStream body = new Chunks(in);
        List<byte[]> receipts = new ArrayList<>();
        for (byte[] next = Frames.read(body, Envelopes.MAX_BYTES * 2);
                next != null;
                next = Frames.read(body, Envelopes.MAX_BYTES * 2)) {
            receipts.add(next);
        }
        return receipts;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the gateway closed a connection");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /** What comes in chunks, each after its length (RFC 9112, 7.1). */
    private static final class Chunks extends InputStream {

        private final InputStream in;
        private int left;
        private boolean ended;

        Chunks(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                left = Integer.parseInt(line(in), HEXADECIMAL);
                ended = left == 0;
            }
            int read = ended ? -1 : in.read(bytes, offset, Math.min(length, left));
            left -= Math.max(read, 0);
            if (left == 0 && !ended) {
                String unused = new String(in.readNBytes(2), StandardCharsets.US_ASCII);
            }
            return read;
        }
    }
}
