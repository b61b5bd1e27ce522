package org.tallystick.gateway.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON, written by hand through a generator: an answer is made without a tree and without reflection. */
public final class Json {

    /** Writes one JSON value. */
    @FunctionalInterface
    public interface Writer {
        void write(JsonGenerator json) throws IOException;
    }

    private static final Header CONTENT_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/json");

    /** Buffers are shared between threads: a virtual thread lives too briefly to have its own. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final JsonMapper MAPPER = new JsonMapper(FACTORY);

    private Json() {}

    /** What a writer writes, in UTF-8. */
    public static byte[] bytes(Writer writer) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(512);
                JsonGenerator json = FACTORY.createGenerator(bytes)) {
            writer.write(json);
            json.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory can always be written", impossible);
        }
    }

    /** Answers a JSON value. */
    public static void send(ServerResponse response, Writer writer) {
        send(response, bytes(writer));
    }

    /** Answers JSON that is written already. */
    public static void send(ServerResponse response, byte[] json) {
        response.header(CONTENT_TYPE);
        response.send(json);
    }

    /** Writes a tree where a value may stand. */
    public static void writeTree(JsonGenerator json, JsonNode tree) throws IOException {
        MAPPER.writeTree(json, tree);
    }
}
