package org.tallystick.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;

/** The document of the interface for programs, OpenAPI 3.1, at {@code /openapi.json}. */
final class OpenApi {

    private static final String RESOURCE = "openapi.json";

    private OpenApi() {}

    static JsonNode document() {
        try {
            return new JsonMapper().readTree(bytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the document of the interface is no JSON", unreadable);
        }
    }

    static List<Endpoint> endpoints() {
        byte[] document = bytes();
        return List.of(Endpoint.get("/openapi.json", Set.of(), (_, response) -> Json.send(response, document)));
    }

    private static byte[] bytes() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the document of the interface cannot be read", unreadable);
        }
    }
}
