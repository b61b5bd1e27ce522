package org.tallystick.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.gateway.fixture.RawConnection;
import org.tallystick.gateway.fixture.RunningGateway;

/**
 * A request hidden in the body of another, for a proxy and the gateway to disagree on where the first ends. Whatever can be
 * read in two ways is answered by a refusal, and the connection ends there: what is hidden is never answered.
 */
class SmugglingTest {

    private static final String HIDDEN = "GET /health/ready HTTP/1.1\nHost: localhost\nX-Request-Id: hidden\n\n";

    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = RunningGateway.start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\nContent-Length: 0",
                "Content-Length: 0\nContent-Length: 4",
                "Content-Length: 4, 4",
                "Content-Length: +4",
                "Content-Length: -1",
                "Content-Length: 0x4",
                "Content-Length: 4 4",
                "Content-Length:",
                "Content-Length : 4",
                "Content-Length: 99999999999999999999",
                "Content-Length: 4\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\nContent-Length: 4",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:",
                "X: y\n Transfer-Encoding: chunked",
                "X: y\u0000\nTransfer-Encoding: chunked"
            })
    void a_request_whose_end_can_be_read_in_two_ways_is_refused_and_is_the_last(String lengths) throws IOException {
        assertRefused("GET /health/live HTTP/1.1\nHost: localhost\n" + lengths + "\n\n0\n\n" + HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x1",
                "+1",
                "-1",
                " 1",
                "1 ",
                "",
                "g",
                "1;a=b",
                "ffffffffffffffff1",
                "100000001",
                "0000000000000001",
                "7fffffff"
            })
    void a_chunk_whose_length_is_none_ends_the_connection(String length) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            String answers = connection
                    .write(
                            "POST /api/v1/sessions/challenges HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                                    + "Transfer-Encoding: chunked\n\n" + length + "\nx\n0\n\n" + HIDDEN)
                    .end()
                    .readToEnd();
            assertThat(answers).startsWith("HTTP/1.1 4").doesNotContain("hidden");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health/live HTTP/1.1\nHost: localhost\nHost: evil.example\n\n",
                "GET /health/live HTTP/1.1\n\n",
                "GET /health/live HTTP/1.1\nHost: local host\n\n",
                "GET /health/live HTTP/1.1\nHost: localhost:80:80\n\n",
                "GET /health/live HTTP/1.1\nHost: localhost\u0000\n\n",
                "GET  /health/live HTTP/1.1\nHost: localhost\n\n",
                "GET /health/live HTTP/1.1 \nHost: localhost\n\n",
                "GET /health/live HTTP/2.0\nHost: localhost\n\n",
                "GET /health/live HTTP/0.9\nHost: localhost\n\n",
                "PRI * HTTP/2.0\n\nSM\n\n"
            })
    void a_request_that_is_none_is_refused_and_is_the_last(String broken) throws IOException {
        assertRefused(broken + HIDDEN);
    }

    /** One refusal, or the connection ends without a word; nothing of what is hidden. */
    private static void assertRefused(String bytes) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            String answers = connection.write(bytes).end().readToEnd();
            assertThat(answers).doesNotContain("HTTP/1.1 2", "hidden");
            assertThat(answers.split("HTTP/1.1 ", -1)).hasSizeLessThanOrEqualTo(2);
        }
    }

    /** An answer to HEAD has no body, whatever it says: one that had would be taken for the next answer. */
    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/api/v1/holdings", "/sign-in", "/nothing", "/openapi.json"})
    void the_answer_to_head_is_a_head_alone(String path) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            String answers = connection
                    .write("HEAD " + path + " HTTP/1.1\nHost: localhost\n\n"
                            + "GET /health/live HTTP/1.1\nHost: localhost\nConnection: close\n\n")
                    .readToEnd();
            assertThat(answers.split("\r\n\r\n", 2)[1]).startsWith("HTTP/1.1 200");
        }
    }
}
