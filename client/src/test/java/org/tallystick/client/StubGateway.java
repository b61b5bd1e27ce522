package org.tallystick.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.tallystick.wire.signature.PublicKeys;
import org.tallystick.wire.signature.Signature;
import org.tallystick.wire.signature.SignatureCheck;

/**
 * Answers as the gateway does, as a test tells it to: what comes to a path gets the answers that the test has put there, one
 * after the other. Sessions it opens by itself, for whoever signs its challenge.
 */
final class StubGateway implements AutoCloseable {

    /** What came. */
    record Request(String method, String path, Map<String, List<String>> headers, byte[] body) {

        @Nullable
        String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : values.getFirst();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Writes an answer. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange, Request request) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private int sessions;

    StubGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        then("/api/v1/sessions/challenges", challenge(address()));
    }

    String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    URI uri() {
        return URI.create("http://" + address());
    }

    /** The next answers on a path; the last of them stands for all that follow. */
    StubGateway then(String path, Answer... more) {
        answers.computeIfAbsent(path, any -> new ConcurrentLinkedQueue<>()).addAll(List.of(more));
        return this;
    }

    /** These answers and no others. */
    StubGateway only(String path, Answer... all) {
        answers.put(path, new ConcurrentLinkedQueue<>(List.of(all)));
        return this;
    }

    /** What came to a path, in order. */
    List<Request> requests(String path) {
        return requests.stream()
                .filter(request -> request.path().startsWith(path))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        Request request = new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body);
        requests.add(request);
        try (exchange) {
            if (path.equals("/api/v1/sessions")) {
                session(exchange, request);
                return;
            }
            Queue<Answer> queue = answers.getOrDefault(path, new ArrayDeque<>());
            Answer answer = queue.size() > 1 ? queue.poll() : queue.peek();
            if (answer == null) {
                answer = problem(404, "NOT_FOUND", Map.of());
            }
            answer.to(exchange, request);
        }
    }

    // --- Sessions ---

    /** A challenge as the gateway gives it, for an address. */
    static Answer challenge(String address) {
        return (exchange, request) -> {
            byte[] key = HexFormat.of().parseHex(field(request.text(), "publicKey"));
            byte[] head = ("tallystick/session/v1\0main\0" + address + "\0").getBytes(StandardCharsets.UTF_8);
            byte[] challenge = ByteBuffer.allocate(head.length + key.length + Long.BYTES + 64)
                    .put(head)
                    .put(key)
                    .array();
            challengeOf(challenge).to(exchange, request);
        };
    }

    /** Any bytes as a challenge. */
    static Answer challengeOf(byte[] challenge) {
        return json(200, "{\"challenge\":\"" + Base64.getEncoder().encodeToString(challenge) + "\"}");
    }

    private void session(HttpExchange exchange, Request request) throws IOException {
        String json = request.text();
        byte[] challenge = Base64.getDecoder().decode(field(json, "challenge"));
        Signature signature = new Signature(
                PublicKeys.parse(field(json, "publicKey")), Base64.getDecoder().decode(field(json, "signature")));
        boolean signed = SignatureCheck.fastest().verifies(signature, challenge);
        sessions++;
        (signed ? json(201, "{\"token\": \"token-" + sessions + "\"}") : problem(401, "BAD_SIGNATURE", Map.of()))
                .to(exchange, request);
    }

    private static String field(String json, String name) throws IOException {
        return Http.mapper().readTree(json).path(name).asText();
    }

    // --- Answers ---

    static Answer json(int status, String json) {
        return bytes(status, "application/json", json.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Answer problem(int status, String code, Map<String, String> headers) {
        String json = "{\"status\": %d, \"code\": \"%s\", \"title\": \"A title.\", \"detail\": \"A detail.\"}"
                .formatted(status, code);
        return bytes(status, "application/problem+json", json.getBytes(StandardCharsets.UTF_8), headers);
    }

    static Answer bytes(int status, String type, byte[] body, Map<String, String> headers) {
        return (exchange, request) -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        };
    }

    /** Takes the request and goes away without an answer. */
    static Answer nothing() {
        return (exchange, request) -> {};
    }

    /** Events, after which the connection is closed. */
    static Answer events(String... lines) {
        return bytes(
                200, "text/event-stream", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
