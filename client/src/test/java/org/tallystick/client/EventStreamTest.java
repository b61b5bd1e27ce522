package org.tallystick.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.wire.signature.SigningKey;

class EventStreamTest {

    private static final String EVENTS = "/api/v1/events/settlements";
    private static final Patience PATIENCE =
            new Patience(2, Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(10));

    private final List<Duration> waits = new ArrayList<>();
    private StubGateway gateway;
    private LedgerClient ledger;

    @BeforeEach
    void connect() throws IOException {
        gateway = new StubGateway();
        SigningKey key = SigningKey.fromSeed(new byte[SigningKey.SEED_LENGTH]);
        ledger = new LedgerClient(gateway.uri(), key, PATIENCE, waits::add);
    }

    @AfterEach
    void close() {
        ledger.close();
        gateway.close();
    }

    private List<String> resumedAfter() {
        return gateway.requests(EVENTS).stream()
                .map(request -> String.valueOf(request.header("Last-event-id")))
                .toList();
    }

    @Test
    void aConnectionThatBreaksIsMadeAgainAfterTheLastEvent() throws Exception {
        gateway.then(
                EVENTS,
                StubGateway.events(
                        ": hello", "", "id: 4", "event: receipt", "data: {\"index\": 4}", "", "id: 5", "data: {\"in"),
                StubGateway.events(
                        "retry: 1500", "", "id: 5", "event: settlement", "data: {\"index\":", "data: 5}", ""),
                StubGateway.events("id: 6", "data: {}", ""));
        try (EventStream events = ledger.events("settlements")) {
            Event first = events.next();
            assertThat(first.type()).isEqualTo("receipt");
            assertThat(first.data().path("index").asInt()).isEqualTo(4);

            Event second = events.next();
            assertThat(second.id()).isEqualTo("5");
            assertThat(second.type()).isEqualTo("settlement");
            assertThat(second.data().path("index").asInt()).isEqualTo(5);

            assertThat(events.next().id()).isEqualTo("6");
            assertThat(events.lastEventId()).isEqualTo("6");
        }
        assertThat(resumedAfter()).containsExactly("null", "4", "5");
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(1500));
    }

    @Test
    void anotherProcessGoesOnWhereOneHasEnded() throws Exception {
        gateway.then(EVENTS, StubGateway.events("id: 42", "data: {}", ""));
        try (EventStream events = ledger.eventsAfter("settlements", "41")) {
            assertThat(events.next().id()).isEqualTo("42");
        }
        assertThat(resumedAfter()).containsExactly("41");
    }

    @Test
    void whoeverMayNotGoOnIsTold() {
        gateway.then(EVENTS, StubGateway.problem(403, "REVOKED_KEY", Map.of()));
        try (EventStream events = ledger.events("settlements")) {
            assertThatThrownBy(events::next).isInstanceOf(Problem.class).hasMessageContaining("REVOKED_KEY");
        }
    }

    @Test
    void aConnectionOverWhichNothingComesIsMadeAgain() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        gateway.then(
                EVENTS,
                (exchange, request) -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write("id: 1\ndata: {}\n\n".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    await(over);
                },
                StubGateway.events("id: 2", "data: {}", ""));
        EventStream.Source source = id -> ledger.connection("settlements", id);
        try (EventStream events = new EventStream(source, "", PATIENCE, waits::add, Duration.ofMillis(50))) {
            assertThat(events.next().id()).isEqualTo("1");
            assertThat(events.next().id()).isEqualTo("2");
        } finally {
            over.countDown();
        }
        assertThat(resumedAfter()).containsExactly("null", "1");
    }

    @Test
    void closingWakesWhoeverWaits() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch connected = new CountDownLatch(1);
        gateway.then(EVENTS, (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            connected.countDown();
            await(over);
        });
        EventStream events = ledger.events("settlements");
        Thread closing = Thread.ofVirtual().start(() -> {
            await(connected);
            events.close();
        });
        assertThatThrownBy(events::next).isInstanceOf(IllegalStateException.class);
        closing.join();
        over.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
