package org.tallystick.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.wire.Frames;
import org.tallystick.wire.codec.MalformedMessage;

/**
 * Many envelopes in few requests. Receipts come back in the order of the envelopes; whoever has fewer when a request ends
 * sends the rest again, and what was carried out after all is not carried out twice.
 */
final class Bulk {

    private static final String PATH = "/api/v1/instructions/bulk";

    /** So many in a request: a gateway takes them all while nobody reads its answer yet. */
    private static final int AT_ONCE = 500;

    private static final int MOST_RECEIPT_BYTES = 1 << 24;

    private final Http http;
    private final Session session;
    private final Retrying retrying;

    Bulk(Http http, Session session, Retrying retrying) {
        this.http = http;
        this.session = session;
        this.retrying = retrying;
    }

    List<Receipt> submit(List<byte[]> envelopes) throws InterruptedException {
        List<Receipt> receipts = new ArrayList<>(envelopes.size());
        while (receipts.size() < envelopes.size()) {
            int done = receipts.size();
            List<byte[]> next = envelopes.subList(done, Math.min(done + AT_ONCE, envelopes.size()));
            receipts.addAll(retrying.until(() -> some(next)));
        }
        return receipts;
    }

    /** The receipts of the first of these: one at least, or what stands in the way. */
    private List<Receipt> some(List<byte[]> envelopes) throws IOException, InterruptedException {
        List<Receipt> receipts = new ArrayList<>(envelopes.size());
        try (InputStream in = session.within(token -> http.stream(request(token, envelopes, Http.PROTOBUF)))) {
            byte[] next = Frames.read(in, MOST_RECEIPT_BYTES);
            while (next != null) {
                receipts.add(Answers.receipt(next));
                next = Frames.read(in, MOST_RECEIPT_BYTES);
            }
        } catch (MalformedMessage other) {
            throw Answers.notUnderstood(other);
        } catch (IOException broken) {
            if (receipts.isEmpty()) {
                throw broken;
            }
        }
        return receipts.isEmpty() ? List.of(alone(envelopes.getFirst())) : receipts;
    }

    /** A stream of receipts that ends says nothing of why; the same as lines of JSON does. */
    private Receipt alone(byte[] envelope) throws IOException, InterruptedException {
        byte[] answer = session.within(token -> http.bytes(request(token, List.of(envelope), "application/jsonl")));
        JsonNode said = Http.tree(answer);
        if (said.has("code")) {
            throw Http.problem(said.path("status").asInt(), said, null);
        }
        throw new IOException("the gateway ended its answer early");
    }

    private HttpRequest.Builder request(String token, List<byte[]> envelopes, String accept) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] envelope : envelopes) {
            Frames.write(body, envelope);
        }
        return http.request(PATH, token)
                .header("Content-Type", Http.PROTOBUF)
                .header("Accept", accept)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
