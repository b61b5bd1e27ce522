package org.tallystick.gateway.stream;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes server-sent events, as the HTML standard has them; each is on its way when its method returns. What cannot be
 * written any more throws: the client has gone.
 */
final class EventWriter implements AutoCloseable {

    private static final byte[] DATA = ascii("data: ");
    private static final byte[] END = ascii("\n\n");

    private final OutputStream out;

    private EventWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins the answer, so that the client knows that it is heard. */
    static EventWriter open(ServerResponse response) throws IOException {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        EventWriter writer = new EventWriter(response.outputStream());
        writer.comment("open");
        return writer;
    }

    /** A sign of life; no event to the client. */
    void comment(String text) throws IOException {
        out.write(ascii(": " + text));
        out.write(END);
        out.flush();
    }

    /**
     * An event.
     *
     * @param id what the client resumes after; 0 for none
     * @param json on one line
     */
    void event(String name, long id, byte[] json) throws IOException {
        out.write(ascii((id == 0 ? "" : "id: " + id + "\n") + "event: " + name + "\n"));
        out.write(DATA);
        out.write(json);
        out.write(END);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
