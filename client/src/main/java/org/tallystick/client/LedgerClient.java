package org.tallystick.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Envelopes;
import org.tallystick.wire.Receipts;
import org.tallystick.wire.codec.PayloadCodec;
import org.tallystick.wire.signature.SigningKey;

/**
 * A party's connection to the ledger, over the gateway's HTTP interface. For any number of threads.
 *
 * <pre>{@code
 * try (LedgerClient ledger = LedgerClient.connect(URI.create("https://ledger.example"), key)) {
 *     Payload payload = new Payload("main", 4, "trade-1", validUntilMillis, BatchMode.ALL_OR_NOTHING, commands);
 *     Receipt receipt = ledger.submit(LedgerClient.sign(payload, key));
 * }
 * }</pre>
 *
 * <p>A session is opened when it is first needed, and again when the gateway has ended it. Whatever is not answered, or
 * answered by 429 or 503, is sent again as {@link Patience} says: an envelope as the same bytes, which the ledger carries
 * out once.
 *
 * <p>Every method throws {@link Problem} when the gateway declines and {@link Unreachable} when it does not answer.
 */
public final class LedgerClient implements AutoCloseable {

    private static final String API = "/api/v1";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Http http;
    private final Patience patience;
    private final Retrying.Pause pause;
    private final Retrying retrying;
    private final Session session;

    LedgerClient(URI gateway, SigningKey key, Patience patience, Retrying.Pause pause) {
        this.http = new Http(gateway, patience.answerWithin());
        this.patience = patience;
        this.pause = pause;
        this.retrying = new Retrying(patience, pause);
        this.session = new Session(http, key);
    }

    /** A connection to the gateway at an address such as {@code http://localhost:8080}; nothing is sent yet. */
    public static LedgerClient connect(URI gateway, SigningKey key) {
        return connect(gateway, key, Patience.usual());
    }

    /** As {@link #connect(URI, SigningKey)}, with patience of one's own. */
    public static LedgerClient connect(URI gateway, SigningKey key, Patience patience) {
        return new LedgerClient(gateway, key, patience, Thread::sleep);
    }

    // ------------------------------------------------------------------------------------------- instructions

    /**
     * The bytes of an envelope, signed by these keys. Keep them until there is a receipt: submitted again they are the same
     * instruction, and signed anew they would be another of the same name.
     *
     * @throws IllegalArgumentException if the envelope is too large for an entry of the log
     */
    public static byte[] sign(Payload payload, SigningKey... keys) {
        byte[] nonce = new byte[PayloadCodec.NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        return Envelopes.sign(payload, nonce, keys);
    }

    /** Submits an envelope and waits for the ledger's receipt, which may say that it was rejected, and why. */
    public Receipt submit(byte[] envelope) throws InterruptedException {
        byte[] receipt =
                retrying.until(() -> session.within(token -> http.bytes(http.request(API + "/instructions", token)
                        .header("Content-Type", Http.PROTOBUF)
                        .header("Accept", Http.PROTOBUF)
                        .POST(BodyPublishers.ofByteArray(envelope)))));
        return Receipts.decode(receipt);
    }

    // ------------------------------------------------------------------------------------------- what there is

    /** What the party's accounts hold, a page at a time; the first after null. */
    public Page<Holding> balances(@Nullable String after) throws InterruptedException {
        return page("/holdings", after, Holding.class);
    }

    /** The changes of an account, newest first. */
    public Page<StatementLine> statement(int account, @Nullable String after) throws InterruptedException {
        return page("/accounts/" + account + "/statement", after, StatementLine.class);
    }

    /** The settlements that the party is part of, newest first. */
    public Page<Settlement> settlements(@Nullable String after) throws InterruptedException {
        return page("/settlements", after, Settlement.class);
    }

    private <T> Page<T> page(String path, @Nullable String after, Class<T> kind) throws InterruptedException {
        String query = after == null ? "" : "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        return retrying.until(() -> {
            JsonNode page = session.within(token -> http.json(http.request(API + path + query, token)));
            JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, kind);
            List<T> items = MAPPER.convertValue(page.path("items"), list);
            return new Page<>(items, page.path("next").asText(null));
        });
    }

    // ------------------------------------------------------------------------------------------- what happens

    /** What happens from now on. */
    public EventStream events() {
        return eventsAfter("");
    }

    /** What has happened after an event, by {@link Event#id}, and what happens from now on. */
    public EventStream eventsAfter(String id) {
        return new EventStream(
                this::connection, id, patience, pause, patience.answerWithin().multipliedBy(2));
    }

    InputStream connection(String lastId) throws InterruptedException {
        return retrying.until(() -> session.within(token -> {
            var request = http.request(API + "/events", token).header("Accept", "text/event-stream");
            return http.stream(lastId.isEmpty() ? request : request.header("Last-Event-ID", lastId));
        }));
    }

    /** Ends the session. */
    @Override
    public void close() {
        try (http) {
            session.end();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException | Problem over) {
            // It ends by itself after a while.
        }
    }
}
