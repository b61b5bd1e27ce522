package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReadModelConfig;
import org.tallystick.wire.signature.SigningKey;

/** The gateway of the town, over HTTP on a port of its own. */
public final class TownGateway implements AutoCloseable {

    public static final JsonMapper JSON = new JsonMapper();

    /** What was answered. */
    public record Answer(int status, HttpResponse<byte[]> response) {

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException noJson) {
                throw new AssertionError(text(), noJson);
            }
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The code of a problem, whose form is checked. */
        public String problem() {
            assertThat(header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(json().path("status").asInt()).isEqualTo(status);
            assertThat(json().path("requestId").asText())
                    .isEqualTo(header("X-Request-Id"))
                    .isNotEmpty();
            assertThat(json().path("title").asText()).isNotEmpty();
            assertThat(json().path("detail").asText()).isNotEmpty();
            return json().path("code").asText();
        }
    }

    private final TownLedger town;
    private final ReadModel model;
    private final Projection projection;
    private final Gateway gateway;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();

    private TownGateway(TownLedger town, GatewayConfig config) {
        this.town = town;
        this.model = ReadModel.open(ReadModelConfig.inMemory(), town.genesis());
        this.projection = model.project(town);
        catchUp();
        this.gateway = start(config);
    }

    private Gateway start(GatewayConfig config) {
        try {
            return Gateway.start(config, town, town, model, projection);
        } catch (RuntimeException refused) {
            projection.close();
            model.close();
            throw refused;
        }
    }

    public static TownGateway open() {
        return open(Limits.usual());
    }

    public static TownGateway open(Limits limits) {
        return open(GatewayConfig.local(0).with(limits));
    }

    public static TownGateway open(GatewayConfig config) {
        return new TownGateway(TownLedger.settled(), config);
    }

    public TownLedger town() {
        return town;
    }

    /** Everything the gateway offers to programs. */
    List<Endpoint> endpoints() {
        return gateway.endpoints();
    }

    public int port() {
        return gateway.port();
    }

    /** Waits until everything executed can be read. */
    public void catchUp() {
        try {
            assertThat(projection.await(town.lastIndex(), Duration.ofSeconds(10)))
                    .isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    /** A bearer token of a party: it signs in the first time. */
    public String token(int party) {
        return tokens.computeIfAbsent(party, this::signIn);
    }

    private String signIn(int party) {
        SigningKey key = TownLedger.key(party);
        String publicKey = key.publicKey().toString();
        JsonNode challenge = post("", "/api/v1/sessions/challenges", "{\"publicKey\":\"" + publicKey + "\"}")
                .json();
        byte[] bytes = Base64.getDecoder().decode(challenge.path("challenge").asText());
        String signature = Base64.getEncoder().encodeToString(key.sign(bytes).bytes());
        Answer opened = post(
                "",
                "/api/v1/sessions",
                "{\"publicKey\":\"%s\",\"challenge\":\"%s\",\"signature\":\"%s\"}"
                        .formatted(publicKey, challenge.path("challenge").asText(), signature));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("token").asText();
    }

    public URI address(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    /** A request by a party; 0 for nobody. */
    public HttpRequest.Builder request(int party, String path) {
        return request(party == 0 ? "" : token(party), path);
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(20));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    public Answer get(int party, String path) {
        return send(request(party, path));
    }

    /** Reads what is as new as everything executed so far. */
    public JsonNode read(int party, String path) {
        Answer answer = get(party, path + (path.contains("?") ? "&" : "?") + "atLeast=" + town.lastIndex());
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.json();
    }

    public Answer post(int party, String path, String json) {
        return post(token(party), path, json);
    }

    private Answer post(String token, String path, String json) {
        return send(
                request(token, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Answer postBytes(int party, String path, byte[] bytes) {
        return send(request(party, path)
                .header("Content-Type", "application/x-protobuf")
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    /** What the gateway says to these bytes until it closes the connection. */
    public String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
        projection.close();
        model.close();
    }
}
