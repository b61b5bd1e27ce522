package org.tallystick.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.gateway.Limits;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RawConnection;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;

/** Requests that are too large, too slow, ambiguous, or try to get out of where they belong. */
class RequestAttackTest {

    private static final String CHALLENGES = "/api/v1/sessions/challenges";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void whoever_leaves_a_request_unfinished_is_cut_off_while_others_are_answered() throws Exception {
        try (RunningGateway strict = RunningGateway.start(config -> config.with(quick()));
                RawConnection silent = new RawConnection(strict);
                RawConnection halfHeader = new RawConnection(strict);
                RawConnection halfBody = new RawConnection(strict);
                RawConnection resting = new RawConnection(strict)) {
            silent.write("GET /he");
            halfHeader.write("GET /health/live HTTP/1.1\nHost: local");
            halfBody.write("POST " + CHALLENGES + " HTTP/1.1\nHost: localhost\n"
                    + "Content-Type: application/json\nContent-Length: 8000\n\n{");
            resting.write("GET /health/live HTTP/1.1\nHost: localhost\n\n");
            assertThat(strict.visitor().get("/health/live").status()).isEqualTo(200);

            assertThat(halfBody.isEnded()).as("half a body").isTrue();
            assertThat(halfHeader.isEnded()).as("half a header").isTrue();
            assertThat(resting.isEnded()).as("an answer, and nothing more").isTrue();
            assertThat(silent.isEnded()).as("half a first line").isTrue();
            assertThat(strict.visitor().get("/health/live").status()).isEqualTo(200);
        }
    }

    @Test
    void a_body_that_is_too_long_is_refused_by_its_announcement_before_it_is_sent() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("POST " + CHALLENGES + " HTTP/1.1\nHost: localhost\nConnection: close\n"
                    + "Content-Type: application/json\nContent-Length: 10000000000\n\n");

            assertThat(connection.readStatus()).startsWith("HTTP/1.1 413");
        }
    }

    @Test
    void a_body_of_no_announced_length_is_read_up_to_its_limit_and_no_further() throws IOException {
        String chunk = "1000\n" + " ".repeat(4_096) + "\n";
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("POST " + CHALLENGES + " HTTP/1.1\nHost: localhost\nConnection: close\n"
                    + "Content-Type: application/json\nTransfer-Encoding: chunked\n\n" + chunk + chunk + chunk);

            assertThat(connection.readStatus()).startsWith("HTTP/1.1 413");
        }
    }

    /** A connection closed with something unread is reset, and a reset takes the answer with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json\nContent-Length: 400003\n\n{  ",
                "Content-Type: application/json\nTransfer-Encoding: chunked\n\n61a83\n{  ",
                "X-Long: "
            })
    @Timeout(60)
    void whoever_is_still_writing_what_is_refused_gets_the_answer_all_the_same(String request) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("POST " + CHALLENGES + " HTTP/1.1\nHost: localhost\n" + request);
            for (int i = 0; i < 100; i++) {
                connection.write(" ".repeat(4_000));
            }
            while (connection.isQuiet()) { // refused, and more is written after it
                Thread.onSpinWait();
            }
            for (int i = 0; i < 100; i++) {
                connection.write(" ".repeat(4_000));
            }

            assertThat(connection.end().readToEnd()).startsWith("HTTP/1.1 4").doesNotContain("(reset)");
        }
    }

    @Test
    void a_first_line_or_headers_without_end_are_refused() throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("GET /" + "a".repeat(6_000) + " HTTP/1.1\nHost: localhost\n\n");
            assertThat(connection.readStatus()).startsWith("HTTP/1.1 4");
        }
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("GET /health/live HTTP/1.1\nHost: localhost\nX-Long: " + "a".repeat(30_000) + "\n\n");
            assertThat(connection.readStatus()).startsWith("HTTP/1.1 4");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/assets/../../../../etc/passwd",
                "/assets/..%2f..%2f..%2fetc/passwd",
                "/assets/%2e%2e/%2e%2e/logback.xml",
                "/assets/....//....//etc/passwd",
                "/assets/..\\..\\etc\\passwd",
                "/assets/%00/etc/passwd",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/org/tallystick/gateway/Gateway.class",
                "//etc/passwd",
                "/api/v1/../../etc/passwd"
            })
    void no_path_leads_to_a_file(String path) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("GET " + path + " HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            String answer = connection.readToEnd();

            assertThat(answer).doesNotContain("root:", "Manifest-Version", "<configuration");
            assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotStartWith("HTTP/1.1 5");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sessions/x%0d%0aSet-Cookie:%20tallystick=evil",
                "/sign-in?then=%0d%0aSet-Cookie:%20tallystick=evil",
                "/api/v1/approvals/%0d%0a%0d%0a<script>",
                "/%0d%0aLocation:%20https://evil.example"
            })
    void no_line_that_is_sent_becomes_a_header_of_the_answer(String path) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            connection.write("GET " + path + " HTTP/1.1\nHost: localhost\nX-Request-Id: a\tb\nConnection: close\n\n");

            String head = connection.readToEnd().split("\r\n\r\n", 2)[0];

            assertThat(head).doesNotContain("Set-Cookie", "evil");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts/3?from=%2B999999999-12-31",
                "/accounts/3?to=%2B999999999-12-31",
                "/accounts/3?from=-999999999-01-01",
                "/accounts/3/statement.csv?to=%2B999999999-12-31",
                "/accounts/3?asset=9223372036854775808",
                "/accounts/9223372036854775807",
                "/settlements/99999999999999999999",
                "/settlements?after=AAAA",
                "/receipts?since=-1"
            })
    void a_page_asked_for_what_no_calendar_and_no_account_has_says_so(String path) {
        Answer answer = gateway.visitor()
                .signedIn(Town.ALPHA)
                .with("Accept", "text/html")
                .get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("That cannot be read");
    }

    @Test
    void what_a_client_calls_its_request_is_taken_over_only_if_it_is_a_plain_word() {
        assertThat(gateway.visitor()
                        .with("X-Request-Id", "trade-7.2_a")
                        .get("/health/live")
                        .header("X-Request-Id"))
                .isEqualTo("trade-7.2_a");
        for (String bad : List.of("<script>alert(1)</script>", "a b", "x".repeat(65), "a;b")) {
            assertThat(gateway.visitor()
                            .with("X-Request-Id", bad)
                            .get("/health/live")
                            .header("X-Request-Id"))
                    .isNotEqualTo(bad)
                    .matches("[0-9a-f]{24}");
        }
    }

    @Test
    void json_that_is_nested_a_thousand_times_repeated_or_endless_is_a_bad_request() {
        Client visitor = gateway.visitor();
        for (String bomb : List.of(
                "[".repeat(4_000),
                "{\"a\":".repeat(1_500),
                "{\"publicKey\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}",
                "{\"publicKey\":" + "9".repeat(7_000) + "}",
                "{\"publicKey\":1e999999999}",
                "{\"publicKey\":\"" + "\\u0000".repeat(1_000) + "\"}",
                "{} {}",
                "\u0000",
                "nul")) {
            Answer answer = visitor.post(CHALLENGES, bomb);
            assertThat(answer.status())
                    .as(bomb.substring(0, Math.min(30, bomb.length())))
                    .isEqualTo(400);
            assertThat(answer.text()).doesNotContain("Exception", "at org.", "jackson");
        }
    }

    @Test
    void an_instruction_in_protobuf_that_is_broken_or_nested_without_end_is_malformed() {
        Client delta = gateway.visitor().signedIn(Town.key("delta-1"));
        byte[] nested = new byte[60_000];
        for (int i = 0; i + 1 < nested.length; i += 2) {
            nested[i] = 0x3a; // field 7, a message
            nested[i + 1] = 0x7f;
        }
        byte[] groups = new byte[60_000];
        java.util.Arrays.fill(groups, (byte) 0x0b); // field 1, a group within a group within ...
        byte[] endless = {0x0a, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x07};
        for (byte[] bomb : List.of(nested, groups, endless, new byte[0], "<xml/>".getBytes(StandardCharsets.UTF_8))) {
            Answer answer = delta.post(
                    "/api/v1/approvals",
                    Client.object()
                            .put("payload", java.util.Base64.getEncoder().encodeToString(bomb))
                            .put("publicKey", Town.key("delta-1").publicKey().toString())
                            .put("signature", java.util.Base64.getEncoder().encodeToString(new byte[64])));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("MALFORMED");
        }
    }

    @Test
    void every_answer_tells_browsers_to_be_careful_with_it() {
        for (String path : List.of("/health/live", "/api/v1/sessions/current", "/nothing-here", "/sign-in")) {
            Answer answer = gateway.visitor().get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe-eval");
            assertThat(answer.header("Referrer-Policy")).as(path).isNotEmpty();
            assertThat(answer.header("Server")).as(path).isEmpty();
        }
    }

    private static Limits quick() {
        Limits usual = Limits.usual();
        return new Limits(
                usual.connections(),
                usual.requestsAtOnce(),
                usual.requestsPerSecond(),
                usual.burst(),
                Duration.ofMillis(500),
                Duration.ofMillis(500),
                Duration.ofSeconds(2),
                usual.receiptTimeout(),
                usual.bulkBytes(),
                usual.bulkWindow(),
                usual.streamsPerParty(),
                usual.heartbeat());
    }
}
