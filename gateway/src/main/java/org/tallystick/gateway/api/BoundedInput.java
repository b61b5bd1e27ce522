package org.tallystick.gateway.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.tallystick.gateway.http.Problem;

/** A body of which only so many bytes are read, for so long, however steadily it trickles. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private final long deadline;
    private long left;

    BoundedInput(InputStream in, long most, Duration patience) {
        super(in);
        this.most = most;
        this.left = most;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int bytes) {
        if (System.nanoTime() - deadline > 0) {
            throw new Problem(
                    408, "BODY_TOO_SLOW", "The request took too long.", "Send the rest again; each counts once.");
        }
        left -= bytes;
        if (left < 0) {
            throw new Problem(
                    413, "BODY_TOO_LARGE", "The request is too large.", "A bulk has at most " + most + " bytes.");
        }
    }
}
