package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Server-sent events as they come over a connection (WHATWG HTML, 9.2.6). */
final class EventReader {

    private static final String UNNAMED = "message";

    private final BufferedReader lines;
    private String lastId;
    private @Nullable Duration reconnectAfter;

    /**
     * @param lastId id of the last event before this connection; empty if there was none
     */
    EventReader(InputStream body, String lastId) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        this.lastId = lastId;
    }

    /** How long the gateway wants us to wait before we connect again, if it has said so. */
    Optional<Duration> reconnectAfter() {
        return Optional.ofNullable(reconnectAfter);
    }

    /**
     * What comes next: an event; or empty for a sign of life.
     *
     * @throws EOFException where the connection has ended
     */
    Optional<Event> next() throws IOException {
        StringBuilder data = new StringBuilder();
        String type = UNNAMED;
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                throw new EOFException("the gateway has closed the connection");
            }
            if (line.isEmpty()) {
                return data.isEmpty() ? Optional.empty() : Optional.of(new Event(lastId, type, json(data)));
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "" -> {
                    if (data.isEmpty() && type.equals(UNNAMED)) {
                        return Optional.empty(); // A comment: the gateway shows that it is there.
                    }
                }
                case "id" -> lastId = value;
                case "event" -> type = value;
                case "data" -> data.append(value).append('\n');
                case "retry" -> reconnectAfter = millis(value);
                default -> {} // Other fields are passed over: the standard wants it so.
            }
        }
    }

    private static JsonNode json(StringBuilder data) throws IOException {
        return Http.mapper().readTree(data.toString());
    }

    private @Nullable Duration millis(String value) {
        boolean number =
                !value.isEmpty() && value.length() < 10 && value.chars().allMatch(Character::isDigit);
        return number ? Duration.ofMillis(Long.parseLong(value)) : reconnectAfter;
    }
}
