package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway over TLS, with certificates made for the test. */
class TlsTest {

    @TempDir
    private static Path directory;

    private static Certificates server;
    private static Certificates client;

    @BeforeAll
    static void makeCertificates() throws IOException, GeneralSecurityException {
        server = Certificates.make(directory, "server");
        client = Certificates.make(directory, "client");
    }

    private static HttpResponse<String> live(TownGateway gateway, SSLContext context)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().sslContext(context).build()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + gateway.port() + "/health/live"))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static GatewayConfig with(@Nullable Path clientAuthority) {
        return GatewayConfig.local(0).with(new TlsFiles(server.certificate(), server.key(), clientAuthority));
    }

    @Test
    void overTlsBrowsersAreToldToComeBackOverTlsOnly() throws Exception {
        try (TownGateway gateway = TownGateway.open(with(null))) {
            HttpResponse<String> answer = live(gateway, server.trustedBy(null));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void whereClientsAreCertifiedNobodyElseIsLetIn() throws Exception {
        try (TownGateway gateway = TownGateway.open(with(client.certificate()))) {
            assertThat(live(gateway, server.trustedBy(client)).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> live(gateway, server.trustedBy(null))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> live(gateway, server.trustedBy(server))).isInstanceOf(IOException.class);
        }
    }

    /** Each takes one of the connections that may be open, and gives it back. */
    @Test
    void whoeverDoesNotSpeakTlsTakesNoConnectionAway() throws Exception {
        GatewayConfig few = with(null).with(connections(4));
        try (TownGateway gateway = TownGateway.open(few)) {
            for (int i = 0; i < 12; i++) {
                try (Socket socket = new Socket("localhost", gateway.port())) {
                    socket.setSoTimeout(20_000);
                    socket.getOutputStream()
                            .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    while (socket.getInputStream().read() >= 0) {
                        // an alert, and the end
                    }
                } catch (SocketException reset) {
                    // closed with something unread
                }
            }
            assertThat(live(gateway, server.trustedBy(null)).statusCode()).isEqualTo(200);
        }
    }

    private static Limits connections(int most) {
        Limits usual = Limits.usual();
        return new Limits(
                most,
                usual.requestsAtOnce(),
                usual.requestsPerSecond(),
                usual.burst(),
                usual.readTimeout(),
                usual.bodyTimeout(),
                usual.idleTimeout(),
                usual.receiptTimeout(),
                usual.bulkBytes(),
                usual.bulkWindow(),
                usual.streamsPerParty(),
                usual.heartbeat());
    }

    @Test
    void filesThatAreNotFitAreNamedAndNothingIsServedInTheClear() throws IOException {
        Path noKey = Files.writeString(directory.resolve("no.pem"), "nothing");
        GatewayConfig config = GatewayConfig.local(0).with(new TlsFiles(server.certificate(), noKey, null));
        assertThatThrownBy(() -> TownGateway.open(config))
                .isInstanceOf(UnusableTls.class)
                .hasMessageContaining("no.pem");
        GatewayConfig missing =
                GatewayConfig.local(0).with(new TlsFiles(directory.resolve("gone.crt"), server.key(), null));
        assertThatThrownBy(() -> TownGateway.open(missing)).isInstanceOf(UnusableTls.class);
    }
}
