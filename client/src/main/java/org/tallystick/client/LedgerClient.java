package org.tallystick.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Envelopes;
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
    /** A stream of events gives a sign of life four times as often. */
    private static final Duration QUIET = Duration.ofSeconds(60);

    private final Http http;
    private final Patience patience;
    private final Retrying.Pause pause;
    private final Retrying retrying;
    private final Session session;
    private final AtomicLong lastIndex = new AtomicLong();

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
        return Envelopes.sign(payload, nonce(), keys);
    }

    private static byte[] nonce() {
        byte[] nonce = new byte[PayloadCodec.NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        return nonce;
    }

    /**
     * Submits an envelope and waits for the ledger's receipt. Of a batch, some commands may have been rejected.
     *
     * @throws Problem if nothing happened; its {@link Problem#rejection} says why
     */
    public Receipt submit(byte[] envelope) throws InterruptedException {
        byte[] receipt =
                retrying.until(() -> session.within(token -> http.bytes(http.request(API + "/instructions", token)
                        .header("Content-Type", Http.PROTOBUF)
                        .header("Accept", Http.PROTOBUF)
                        .POST(BodyPublishers.ofByteArray(envelope)))));
        Receipt decoded = Answers.receipt(receipt);
        seen(decoded.index());
        return decoded;
    }

    /**
     * Submits envelopes one after the other in few requests: thousands take little longer than one. The ledger carries them
     * out in this order, so that one may depend on those before it. Their receipts, in the same order; those of rejections,
     * too. Where it fails, some may have been carried out: submit all again, and nothing happens twice.
     */
    public List<Receipt> submitAll(List<byte[]> envelopes) throws InterruptedException {
        List<Receipt> receipts = new Bulk(http, session, retrying).submit(envelopes);
        receipts.forEach(receipt -> seen(receipt.index()));
        return receipts;
    }

    private void seen(long index) {
        lastIndex.accumulateAndGet(index, Math::max);
    }

    // ------------------------------------------------------------------------------------------- several keys

    /**
     * Signs an instruction with one key of a party that asks for several, and leaves it at the gateway for the others.
     *
     * @param payload of the session's own party
     */
    public Approval propose(Payload payload, SigningKey key) throws InterruptedException {
        return decided(approvals().propose(Envelopes.payloadBytes(payload, nonce()), key));
    }

    /** What waits for more of the party's keys. */
    public List<Approval.Waiting> waiting() throws InterruptedException {
        return approvals().waiting();
    }

    /** Adds a signature to what waits; with the last that is needed it is submitted. Look at its content before. */
    public Approval approve(Approval.Waiting waiting, SigningKey key) throws InterruptedException {
        return decided(approvals().sign(waiting, key));
    }

    /** Takes back what waits; it is not carried out. */
    public void withdraw(Approval.Waiting waiting) throws InterruptedException {
        approvals().withdraw(waiting);
    }

    private Approvals approvals() {
        return new Approvals(http, session, retrying);
    }

    private Approval decided(Approval approval) {
        if (approval instanceof Approval.HandedIn done) {
            seen(done.index());
        }
        return approval;
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

    /** What this connection was given a receipt for can be seen: the gateway waits until it has read so far. */
    private <T> Page<T> page(String path, @Nullable String after, Class<T> kind) throws InterruptedException {
        long seen = lastIndex.get();
        String query = "?atLeast=" + seen
                + (after == null ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8));
        return retrying.until(() ->
                Answers.page(session.within(token -> http.json(http.request(API + path + query, token))), kind));
    }

    // ------------------------------------------------------------------------------------------- what happens

    /**
     * What happens from now on.
     *
     * @param topic such as {@code settlements}
     */
    public EventStream events(String topic) {
        return eventsAfter(topic, "");
    }

    /** What has happened after an event, by {@link Event#id}, and what happens from now on. */
    public EventStream eventsAfter(String topic, String id) {
        return new EventStream(last -> connection(topic, last), id, patience, pause, QUIET);
    }

    InputStream connection(String topic, String lastId) throws InterruptedException {
        return retrying.until(() -> session.within(token -> {
            var request = http.request(API + "/events/" + topic, token).header("Accept", "text/event-stream");
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
