package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
