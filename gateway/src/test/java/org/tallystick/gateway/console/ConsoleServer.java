package org.tallystick.gateway.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoints;
import org.tallystick.gateway.http.Meters;
import org.tallystick.gateway.http.Problems;
import org.tallystick.gateway.http.RequestGuard;
import org.tallystick.gateway.http.SecurityHeaders;
import org.tallystick.gateway.session.SessionApi;
import org.tallystick.gateway.session.SessionFilter;
import org.tallystick.gateway.session.SessionLimits;
import org.tallystick.gateway.session.Sessions;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReadModelConfig;
import org.tallystick.readmodel.Views;
import org.tallystick.wire.signature.SigningKey;

/** The console over HTTP, of a ledger whose story has been told. */
final class ConsoleServer implements AutoCloseable {

    private static final InstantSource CLOCK = InstantSource.system();

    private final DeskLedger ledger = new DeskLedger(CLOCK);
    private final ReadModel model;
    private final Projection projection;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    ConsoleServer(boolean demo, String name, String label) throws InterruptedException {
        DeskStory.tell(ledger, CLOCK.millis(), name, label);
        model = ReadModel.open(ReadModelConfig.inMemory(), ledger.genesis());
        projection = model.project(ledger);
        Views views = model.views();
        while (views.position() < ledger.lastIndex()) {
            Thread.sleep(5);
        }
        Sessions sessions = new Sessions(views, SessionLimits.usual(), CLOCK);
        SessionApi signingIn = new SessionApi(
                DeskLedger.NAME,
                views,
                sessions,
                SessionLimits.usual(),
                key -> false,
                new Body(Duration.ofSeconds(5)),
                CLOCK);
        HttpRouting.Builder routing = HttpRouting.builder();
        routing.addFilter(new RequestGuard(new SecurityHeaders(false), new Meters(), 100));
        routing.addFilter(new SessionFilter(sessions));
        Problems.answerOn(routing);
        routing.register(new Endpoints(signingIn.endpoints()));
        routing.register(new Console(
                model,
                projection,
                ledger,
                new Standing(DeskLedger.NAME, demo, ledger::lastIndex, ledger::isReady, CLOCK),
                openApi()));
        server = WebServer.builder()
                .host("localhost")
                .port(0)
                .shutdownHook(false)
                .routing(routing)
                .build()
                .start();
    }

    private static JsonNode openApi() {
        try {
            return new JsonMapper().readTree("""
                            {"info": {"title": "Desk", "description": "What a desk's programs can ask."},
                             "paths": {"/api/v1/things/{thing}": {
                               "parameters": [{"$ref": "#/components/parameters/thing"}],
                               "get": {"tags": ["Things"], "summary": "One thing <b>",
                                 "responses": {"200": {"description": "It.", "content": {"application/json": {}}}}}}},
                             "components": {"parameters": {"thing": {"name": "thing", "in": "path", "required": true,
                               "schema": {"type": "integer", "format": "int64"}, "description": "Its number."}}}}
                            """);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A browser, more or less: its session, or none. */
    record Seat(ConsoleServer at, String token) {

        HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(at.address(path));
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (headers.length > 0) {
                request.headers(headers);
            }
            return at.client.send(request.build(), BodyHandlers.ofString());
        }

        String page(String path) throws IOException, InterruptedException {
            HttpResponse<String> response = get(path);
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        }
    }

    Seat nobody() {
        return new Seat(this, "");
    }

    /** Signs in with the key of a party. */
    Seat signIn(int party) throws IOException, InterruptedException {
        SigningKey key = DeskLedger.key(party);
        String publicKey = "\"publicKey\":\"" + key.publicKey() + "\"";
        String challenge = post("/api/v1/sessions/challenges", "{" + publicKey + "}")
                .get("challenge")
                .asText();
        byte[] signature = key.sign(Base64.getDecoder().decode(challenge)).bytes();
        String body = "{" + publicKey + ",\"challenge\":\"" + challenge + "\",\"signature\":\""
                + Base64.getEncoder().encodeToString(signature) + "\"}";
        return new Seat(this, post("/api/v1/sessions", body).get("token").asText());
    }

    private JsonNode post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return new JsonMapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    @Override
    public void close() {
        server.stop();
        projection.close();
        model.close();
    }
}
