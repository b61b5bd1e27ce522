package org.tallystick.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tallystick.wire.signature.SigningKey;

/** The authority that is asked, in a process of its own, and what is asked of it outside what is measured. */
final class Authority implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private Authority(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one, with the options of this process.
     *
     * @param arguments those of {@link GatewayProcess}
     */
    static Authority start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of(System.getProperty("tallystick.gateway.options", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "")));
        command.add(GatewayProcess.class.getName());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(GatewayProcess.LISTENING)) {
                return new Authority(process, Integer.parseInt(line.substring(GatewayProcess.LISTENING.length())));
            }
        }
        throw new IllegalStateException("the authority ended before it listened");
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** What stands in a request's header {@code Host}. */
    String host() {
        return "localhost:" + port;
    }

    /** The token of a new session. */
    String signIn(SigningKey key) throws IOException, InterruptedException {
        String publicKey = key.publicKey().toString();
        String challenge = post("/api/v1/sessions/challenges", object().put("publicKey", publicKey))
                .path("challenge")
                .asText();
        byte[] signature = key.sign(Base64.getDecoder().decode(challenge)).bytes();
        return post(
                        "/api/v1/sessions",
                        object().put("publicKey", publicKey)
                                .put("challenge", challenge)
                                .put("signature", Base64.getEncoder().encodeToString(signature)))
                .path("token")
                .asText();
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host() + path));
    }

    /** The last entry that can be read now. */
    long position(String token) throws IOException, InterruptedException {
        return Long.parseLong(read("/api/v1/holdings?limit=1", token)
                .headers()
                .firstValue("X-Tallystick-Position")
                .orElseThrow());
    }

    /** Waits until an entry can be read. */
    void awaitPosition(long index, String token) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (position(token) < index) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("entry " + index + " cannot be read after five minutes");
            }
            Thread.sleep(PAUSE);
        }
    }

    private HttpResponse<String> read(String path, String token) throws IOException, InterruptedException {
        return http.send(
                request(path).header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
