package org.tallystick.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tallystick.gateway.Limits;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.RawConnection;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.wire.signature.SigningKey;

/** Clients that take as long as they can. Each is cut off by itself, and others are served meanwhile. */
@Timeout(120)
class SlowClientTest {

    private static final String CHALLENGES = "/api/v1/sessions/challenges";
    private static final Duration LONG = Duration.ofSeconds(60);

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private RunningGateway gateway(int connections, int requestsAtOnce, Duration bodies, Duration idle) {
        Limits usual = Limits.usual();
        Limits limits = new Limits(
                connections,
                requestsAtOnce,
                usual.requestsPerSecond(),
                usual.burst(),
                usual.readTimeout(),
                bodies,
                idle,
                usual.receiptTimeout(),
                usual.bulkBytes(),
                usual.bulkWindow(),
                1,
                usual.heartbeat());
        return opened(RunningGateway.start(config -> config.with(limits)));
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }

    private RawConnection connection(RunningGateway gateway) throws IOException {
        return opened(new RawConnection(gateway));
    }

    /** Writes this again and again, a little at a time, until the other side does not take it any more. */
    private static void trickle(RawConnection connection, String piece) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    connection.write(piece);
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException over) {
                return;
            }
        });
    }

    @Test
    void a_body_that_trickles_is_cut_off_however_steadily_it_comes() throws Exception {
        RunningGateway gateway = gateway(100, 100, Duration.ofMillis(500), LONG);
        RawConnection slow = connection(gateway);
        slow.write("POST " + CHALLENGES + " HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                + "Content-Length: 8000\n\n{");
        trickle(slow, " ");

        assertThat(slow.isEnded()).isTrue();
    }

    @Test
    void a_body_that_never_ends_is_cut_off_even_where_nobody_reads_it() throws Exception {
        RunningGateway gateway = gateway(100, 100, LONG, Duration.ofSeconds(1));
        RawConnection endless = connection(gateway);
        endless.write("GET /health/live HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n");
        trickle(endless, "1\nx\n");

        assertThat(endless.isEnded()).isTrue();
    }

    @Test
    void bodies_that_are_still_coming_take_nobodys_place() throws Exception {
        RunningGateway gateway = gateway(100, 4, LONG, LONG);
        for (int i = 0; i < 12; i++) {
            connection(gateway)
                    .write("POST " + CHALLENGES + " HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
                            + "Content-Length: 8000\n\n{");
        }
        assertThat(gateway.visitor().get("/health/live").status()).isEqualTo(200);
    }

    /** Never reads; its buffer is small, so that this is soon noticed. */
    private Socket deaf(RunningGateway gateway) throws IOException {
        Socket socket = opened(new Socket());
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.port()));
        return socket;
    }

    private static void ask(OutputStream out, String request, String headers) throws IOException {
        out.write((request + " HTTP/1.1\nHost: localhost\n" + headers + "\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** What is answered to a party that asks for its events. */
    private static String askForEvents(RunningGateway gateway, String token) throws IOException {
        try (RawConnection connection = new RawConnection(gateway)) {
            return connection
                    .write("GET /api/v1/events/accounts HTTP/1.1\nHost: localhost\nAuthorization: Bearer " + token
                            + "\n\n")
                    .readStatus();
        }
    }

    @Test
    void whoever_never_takes_an_answer_is_cut_off() throws Exception {
        RunningGateway gateway = gateway(100, 1, Duration.ofMillis(500), LONG);
        OutputStream out = deaf(gateway).getOutputStream();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    ask(out, "GET /openapi.json", "");
                }
            } catch (IOException over) {
                return;
            }
        });

        assertThat(asking.join(Duration.ofSeconds(60)))
                .as("the gateway has closed the connection")
                .isTrue();
        int status = gateway.visitor().get("/health/live").status();
        while (status == 503) { // the client learns that it was cut off a moment before its place is free
            status = gateway.visitor().get("/health/live").status();
        }
        assertThat(status).isEqualTo(200);
    }

    /** A bulk may take thirty times as long as a body; meanwhile a party has only so many of them. */
    @Test
    void a_bulk_that_trickles_takes_none_but_its_partys_place_and_is_ended() throws Exception {
        RunningGateway gateway = gateway(100, 1, Duration.ofMillis(100), LONG);
        String token = token(gateway);
        String ended = "";
        for (int attempt = 0; attempt < 20 && !ended.contains("BODY_TOO_SLOW"); attempt++) {
            // Which of two that come at once is the first nobody can say: if it was not the slow one, once more.
            ended = trickleABulk(gateway, token);
        }
        assertThat(ended).contains("BODY_TOO_SLOW");
    }

    /** How a slow bulk ends; empty if another came before it. While it comes, others are served. */
    private String trickleABulk(RunningGateway gateway, String token) throws Exception {
        try (RawConnection slow = new RawConnection(gateway);
                RawConnection other = new RawConnection(gateway)) {
            slow.write(bulk(token));
            trickle(slow, "1\nx\n");
            String second = other.write(bulk(token) + "0\n\n").readStatus();
            if (!second.startsWith("HTTP/1.1 429")) {
                return "";
            }
            int health = gateway.visitor().get("/health/live").status();
            while (health == 503 && slow.isQuiet()) { // the second had its answer a moment before its place was free
                health = gateway.visitor().get("/health/live").status();
            }
            String ended = slow.readToEnd();
            if (ended.contains("BODY_TOO_SLOW")) {
                assertThat(health).isEqualTo(200);
            }
            return ended;
        }
    }

    private static String bulk(String token) {
        return "POST /api/v1/instructions/bulk HTTP/1.1\nHost: localhost\nAuthorization: Bearer " + token
                + "\nContent-Type: application/x-protobuf\nAccept: application/jsonl\nTransfer-Encoding: chunked\n\n"
                + "2\n\u00ff\u007f\n"; // an envelope of 16,383 bytes, announced
    }

    private static String token(RunningGateway gateway) {
        Client visitor = gateway.visitor();
        SigningKey key = Town.key(Town.ALPHA);
        return visitor.signIn(key, visitor.challenge(key), false)
                .json()
                .path("token")
                .asText();
    }

    @Test
    void whoever_never_takes_the_events_it_asked_for_is_cut_off() throws Exception {
        RunningGateway gateway = gateway(100, 100, Duration.ofMillis(500), LONG);
        Command[] commands = new Command[4_000];
        Arrays.fill(commands, new IssueCash(Town.USD, Town.ALPHA_ACCOUNT, 1));
        for (int i = 0; i < 12; i++) {
            gateway.happens(Town.FED, commands);
        }
        String token = token(gateway);
        Socket deaf = deaf(gateway);
        ask(deaf.getOutputStream(), "GET /api/v1/events/accounts?after=0", "Authorization: Bearer " + token + "\n");
        assertThat(deaf.getInputStream().read()).as("it begins").isEqualTo('H');

        String status = askForEvents(gateway, token);
        assertThat(status).as("one stream of a party at a time").startsWith("HTTP/1.1 429");
        while (status.startsWith("HTTP/1.1 429")) {
            status = askForEvents(gateway, token);
        }
        assertThat(status).as("the other has been cut off").startsWith("HTTP/1.1 200");
    }
}
