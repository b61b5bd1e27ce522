package org.tallystick.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.wire.signature.SigningKey;

/** Whoever listens hears what is new, of their own business and in order, and misses nothing when cut off. */
@Timeout(60)
class EventStreamsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RunningGateway gateway;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    /** Somebody who listens: one event after the other. */
    private static final class Listener implements AutoCloseable {

        private final Stream<String> stream;
        private final Iterator<String> lines;

        Listener(HttpResponse<Stream<String>> answer) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
            stream = answer.body();
            lines = stream.iterator();
        }

        /** The lines of the next event; signs of life are passed over. */
        List<String> next() {
            while (true) {
                List<String> event = Stream.generate(lines::next)
                        .takeWhile(line -> !line.isEmpty())
                        .toList();
                if (!event.isEmpty() && !event.getFirst().startsWith(":")) {
                    return event;
                }
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    private Listener listen(int party, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.uri(path)).header("Authorization", "Bearer " + token(party));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Listener(HTTP.send(request.build(), BodyHandlers.ofLines()));
    }

    private String token(int party) {
        Client visitor = gateway.visitor();
        SigningKey key = Town.key(party);
        return visitor.signIn(key, visitor.challenge(key), false)
                .json()
                .path("token")
                .asText();
    }

    /** ALPHA proposes to give a dollar; answers the number of the entry. */
    private long proposal(int toAccount) {
        InstructSettlement dollar = new InstructSettlement(
                List.of(
                        new Leg(Town.USD, Town.ALPHA_ACCOUNT, toAccount, 100, 0),
                        new Leg(Town.USD, toAccount, Town.ALPHA_ACCOUNT, 50, 0)),
                null,
                System.currentTimeMillis() + 3_600_000);
        return gateway.happens(Town.ALPHA, dollar).index();
    }

    @Test
    void aSettlementIsToldToItsPartiesAndToNobodyElse() throws Exception {
        try (Listener alpha = listen(Town.ALPHA, "/api/v1/events/settlements");
                Listener gamma = listen(Town.GAMMA, "/api/v1/events/settlements")) {
            long withBeta = proposal(Town.BETA_ACCOUNT);
            long withGamma = proposal(Town.GAMMA_ACCOUNT);

            assertThat(alpha.next()).startsWith("id: " + withBeta, "event: settlement");
            assertThat(alpha.next()).startsWith("id: " + withGamma, "event: settlement");
            assertThat(gamma.next()).startsWith("id: " + withGamma, "event: settlement");
        }
    }

    @Test
    void itIsToldThatASettlementIsFinal() throws Exception {
        proposal(Town.BETA_ACCOUNT);
        try (Listener alpha = listen(Town.ALPHA, "/api/v1/events/settlements")) {
            gateway.happens(Town.BETA, new AffirmSettlement(1));

            JsonNode settlement =
                    new JsonMapper().readTree(alpha.next().getLast().substring("data: ".length()));
            assertThat(settlement.path("state").asText()).isEqualTo("FINAL");
        }
    }

    @Test
    void whoeverWasCutOffGoesOnAfterTheLastEventTheyHad() throws Exception {
        long first = proposal(Town.BETA_ACCOUNT);
        long second = proposal(Town.GAMMA_ACCOUNT);

        try (Listener again = listen(
                        Town.ALPHA, "/api/v1/events/settlements?after=0", "Last-Event-ID", Long.toString(first));
                Listener anew = listen(Town.ALPHA, "/api/v1/events/settlements?after=0")) {
            assertThat(again.next()).startsWith("id: " + second);
            assertThat(anew.next()).startsWith("id: " + first);
        }
    }

    /** Seven movements an entry: what is read at a time ends within one. */
    @Test
    void whoeverCatchesUpOnManyMovementsIsToldOfEachOnce() throws Exception {
        long before = gateway.ledger().lastIndex();
        Command[] seven = new Command[7];
        Arrays.fill(seven, new IssueCash(Town.USD, Town.ALPHA_ACCOUNT, 1));
        for (int i = 0; i < 100; i++) {
            gateway.happens(Town.FED, seven);
        }
        List<String> ids = new ArrayList<>();
        try (Listener alpha = listen(Town.ALPHA, "/api/v1/events/accounts?after=" + before)) {
            for (int i = 0; i < 700; i++) {
                String first = alpha.next().getFirst();
                if (first.startsWith("id: ")) {
                    ids.add(first);
                }
            }
        }
        assertThat(ids)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + 100)
                        .mapToObj(index -> "id: " + index)
                        .toList());
    }

    @Test
    void receiptsMovementsAndFiguresAreToldToo() throws Exception {
        try (Listener receipts = listen(Town.ALPHA, "/api/v1/events/receipts");
                Listener accounts = listen(Town.BETA, "/api/v1/events/accounts");
                Listener overview = listen(Town.SUPERVISOR, "/api/v1/events/overview")) {
            proposal(Town.BETA_ACCOUNT);
            gateway.happens(Town.BETA, new AffirmSettlement(1));

            assertThat(receipts.next().get(1)).isEqualTo("event: receipt");
            assertThat(accounts.next().getFirst()).isEqualTo("event: movement");
            assertThat(overview.next().get(1)).isEqualTo("event: overview");
        }
    }
}
