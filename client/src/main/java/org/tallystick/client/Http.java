package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its answer, which is good or a {@link Problem}. Sends nothing twice. */
final class Http implements AutoCloseable {

    static final String JSON = "application/json";
    static final String PROTOBUF = "application/x-protobuf";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI gateway;
    private final Duration answerWithin;
    private final HttpClient client;

    Http(URI gateway, Duration answerWithin) {
        this.gateway = gateway;
        this.answerWithin = answerWithin;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(answerWithin)
                .build();
    }

    URI gateway() {
        return gateway;
    }

    /** A request of a path, which begins with a slash, for as long as an answer may take. */
    HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(answerWithin);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** The body as JSON; a missing node where there is none. */
    JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return MAPPER.readTree(bytes(request.header("Accept", JSON)));
    }

    /** The body. */
    byte[] bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw problem(response, response.body());
        }
        return response.body();
    }

    /** The body while it is still being sent; whoever asks closes it. */
    InputStream stream(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() >= 300) {
            try (InputStream body = response.body()) {
                throw problem(response, body.readAllBytes());
            }
        }
        return response.body();
    }

    static HttpRequest.BodyPublisher body(JsonNode json) {
        return BodyPublishers.ofString(json.toString());
    }

    static ObjectMapper mapper() {
        return MAPPER;
    }

    private static Problem problem(HttpResponse<?> response, byte[] body) {
        Duration wait =
                response.headers().firstValue("Retry-After").flatMap(Http::wait).orElse(null);
        return problem(response.statusCode(), tree(body), wait);
    }

    static Problem problem(int status, JsonNode said, @Nullable Duration retryAfter) {
        return new Problem(
                status,
                said.path("code").asText("HTTP_" + status),
                said.path("title").asText("The gateway answered " + status + "."),
                said.path("detail").asText(""),
                retryAfter);
    }

    /** What stands between may answer with anything: what is no JSON object says nothing. */
    static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException notJson) {
            return MAPPER.missingNode();
        }
    }

    /** Seconds, or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> wait(String retryAfter) {
        try {
            if (retryAfter.chars().allMatch(Character::isDigit)) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
            }
            ZonedDateTime then = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(Clock.systemUTC().instant(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException | NumberFormatException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
