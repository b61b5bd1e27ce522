package org.tallystick.gateway.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/** Bodies of requests, read whole, up to a length and within a time. */
public final class Body {

    /** So much room is made before anything has come, whatever is announced. */
    private static final int USUAL_BYTES = 4_096;

    private final Duration patience;

    /**
     * @param patience a body must have arrived within this time, however steadily it trickles
     */
    public Body(Duration patience) {
        this.patience = patience;
    }

    /** The media type of a request's body, in small letters and without parameters; empty if it names none. */
    public static String mediaType(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.CONTENT_TYPE)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /**
     * Reads a body.
     *
     * @throws Problem 413 when it is longer than so many bytes, 408 when it takes too long
     */
    public byte[] read(ServerRequest request, int mostBytes) {
        OptionalLong announced = request.headers().contentLength();
        if (announced.isPresent() && announced.getAsLong() > mostBytes) {
            throw tooLarge(mostBytes);
        }
        if (announced.isPresent() && announced.getAsLong() < 0) {
            throw incomplete();
        }
        if (!request.content().hasEntity()) {
            return new byte[0];
        }
        Exchange exchange = Exchange.of(request);
        exchange.leave(); // As long as it comes, it takes nobody's place.
        byte[] bytes = gather(request, announced, mostBytes);
        exchange.enter();
        return bytes;
    }

    private byte[] gather(ServerRequest request, OptionalLong announced, int mostBytes) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (CutOff silent = CutOff.after(patience);
                InputStream in = request.content().inputStream()) {
            return read(in, (int) Math.min(announced.orElse(USUAL_BYTES), USUAL_BYTES), mostBytes, deadline);
        } catch (SocketTimeoutException slow) {
            throw tooSlow();
        } catch (IOException | InsufficientDataAvailableException | NumberFormatException broken) {
            throw incomplete();
        }
    }

    private byte[] read(InputStream in, int expected, int mostBytes, long deadline) throws IOException {
        byte[] bytes = new byte[Math.max(expected, 1)];
        int length = 0;
        while (true) {
            int read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
            }
            length += read;
            if (length > mostBytes) {
                throw tooLarge(mostBytes);
            }
            if (System.nanoTime() - deadline > 0) {
                throw tooSlow();
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * length, mostBytes + 1));
            }
        }
    }

    private static Problem incomplete() {
        return Problem.badRequest("BODY_INCOMPLETE", "The body does not have the length it says.")
                .withHeader("Connection", "close");
    }

    private static Problem tooLarge(int mostBytes) {
        return new Problem(
                        413,
                        "BODY_TOO_LARGE",
                        "The request is too large.",
                        "A body has at most " + mostBytes + " bytes here.")
                .withHeader("Connection", "close");
    }

    private static Problem tooSlow() {
        return new Problem(408, "BODY_TOO_SLOW", "The request took too long.", "The body did not arrive in time.")
                .withHeader("Connection", "close");
    }
}
