package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.gateway.TownLedger.ALICE;
import static org.tallystick.gateway.TownLedger.BOB;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tallystick.gateway.TownGateway.Answer;

/** Those who ask too much, too often or too slowly, and that others are served meanwhile. */
@Timeout(120)
class LimitsTest {

    private static Limits limits(int requestsAtOnce, int perSecond, int burst, Duration patience) {
        return new Limits(
                1_000,
                requestsAtOnce,
                perSecond,
                burst,
                patience,
                patience,
                patience,
                patience,
                1 << 20,
                16,
                2,
                patience);
    }

    @Test
    void aPartyThatAsksTooOftenIsHeldUpAndOthersAreNot() {
        try (TownGateway gateway = TownGateway.open(limits(100, 1, 5, Duration.ofSeconds(5)))) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(gateway.get(ALICE, "/api/v1/supply"));
            }
            assertThat(answers.getFirst().status()).isEqualTo(200);
            Answer last = answers.getLast();
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.problem()).isEqualTo("RATE_LIMITED");
            assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 12);
            assertThat(gateway.get(BOB, "/api/v1/supply").status()).isEqualTo(200);
        }
    }

    @Test
    void pagesAndWhatWaitsForSignaturesCountAsWell() {
        for (String path : List.of("/settlements", "/api/v1/approvals", "/api/v1/sessions")) {
            try (TownGateway gateway = TownGateway.open(limits(100, 1, 5, Duration.ofSeconds(5)))) {
                List<Integer> statuses = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    statuses.add(gateway.get(ALICE, path).status());
                }
                assertThat(statuses).as(path).startsWith(200).endsWith(429);
            }
        }
    }

    @Test
    void moreRequestsThanCanBeAnsweredAtOnceAreTurnedAway() throws InterruptedException {
        try (TownGateway gateway = TownGateway.open(limits(1, 1_000, 1_000, Duration.ofSeconds(5)))) {
            String token = gateway.token(ALICE);
            assertThat(token).isNotEmpty();
            gateway.town().fallSilent();
            CompletableFuture<Answer> waiting = handIn(gateway);
            Answer turnedAway = gateway.get(0, "/health/live");
            for (int tries = 0; tries < 10 && turnedAway.status() != 503; tries++) {
                // Whoever looks may be the one request that is answered, and the instruction the one that is turned
                // away.
                waiting = waiting.isDone() ? handIn(gateway) : waiting;
                while (turnedAway.status() != 503 && !waiting.isDone()) {
                    turnedAway = gateway.get(0, "/health/live");
                }
            }
            assertThat(turnedAway.problem()).isEqualTo("TOO_MANY_REQUESTS_AT_ONCE");
            assertThat(turnedAway.header("Retry-After")).isEqualTo("1");
            assertThat(waiting.join().status()).isIn(422, 503);
        }
    }

    private static CompletableFuture<Answer> handIn(TownGateway gateway) {
        return CompletableFuture.supplyAsync(() ->
                gateway.postBytes(ALICE, "/api/v1/instructions", gateway.town().envelope(ALICE)));
    }

    @Test
    void anInstructionWithoutAReceiptInTimeMayBeSentAgain() {
        try (TownGateway gateway = TownGateway.open(limits(100, 1_000, 1_000, Duration.ofMillis(300)))) {
            byte[] envelope = gateway.town().envelope(ALICE);
            gateway.token(ALICE);
            gateway.town().fallSilent();
            Answer answer = gateway.postBytes(ALICE, "/api/v1/instructions", envelope);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.problem()).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(answer.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void aHeaderThatTricklesForEverIsGivenUp() throws Exception {
        try (TownGateway gateway = TownGateway.open(limits(100, 1_000, 1_000, Duration.ofSeconds(1)));
                Socket socket = new Socket("localhost", gateway.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ".getBytes(StandardCharsets.ISO_8859_1));
            int written = 0;
            boolean open = true;
            while (open && written < 500) {
                try {
                    socket.getOutputStream().write('x');
                    open = socket.getInputStream().available() == 0;
                } catch (IOException closed) {
                    open = false;
                }
                written++;
                Thread.sleep(20);
            }
            assertThat(open).as("after ten times the patience").isFalse();
        }
    }
}
