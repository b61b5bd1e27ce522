package org.tallystick.gateway.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tallystick.gateway.http.Problem;

/** A body of which only so many bytes are read. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private long left;

    BoundedInput(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
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
        left -= bytes;
        if (left < 0) {
            throw new Problem(
                    413, "BODY_TOO_LARGE", "The request is too large.", "A bulk has at most " + most + " bytes.");
        }
    }
}
