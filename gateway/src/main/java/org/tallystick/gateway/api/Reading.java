package org.tallystick.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.Views;

/** What only reads: for whoever is signed in, and as fresh as they ask for. */
final class Reading {

    /** The parameters of a list that is told in pages. */
    static final Set<String> PAGE = Set.of("limit", "after");

    /** Says up to which entry of the log, at least, the answer knows everything. */
    private static final HeaderName POSITION = HeaderNames.create("X-Tallystick-Position");

    private static final String AT_LEAST = "atLeast";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Answers a request that only reads. */
    @FunctionalInterface
    interface Answer {
        void give(Caller caller, Query query, ServerResponse response) throws Exception;
    }

    /** Writes one item of a list. */
    @FunctionalInterface
    interface ItemWriter<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }

    private final Projection projection;

    Reading(Projection projection) {
        this.projection = projection;
    }

    /** An endpoint that reads; {@code atLeast=INDEX} makes it wait until that entry can be read. */
    Endpoint get(String path, Set<String> parameters, Answer answer) {
        Set<String> all = new TreeSet<>(parameters);
        all.add(AT_LEAST);
        return Endpoint.get("/api/v1" + path, Set.copyOf(all), (request, response) -> {
            Caller caller = Caller.of(request);
            Query query = Query.of(request);
            awaitAsked(query);
            response.header(POSITION, Long.toString(projection.position()));
            answer.give(caller, query, response);
        });
    }

    /** The same, of a list that is told in pages. */
    Endpoint list(String path, Set<String> parameters, Answer answer) {
        Set<String> all = new TreeSet<>(parameters);
        all.addAll(PAGE);
        return get(path, all, answer);
    }

    private void awaitAsked(Query query) throws InterruptedException {
        long index = query.number(AT_LEAST, 0, 0, Long.MAX_VALUE);
        if (index > projection.position() && !projection.await(index, PATIENCE)) {
            throw Problem.unavailable("NOT_YET_READ", "The entry " + index + " cannot be read yet.", 1)
                    .with("position", projection.position());
        }
    }

    static <T> void sendPage(ServerResponse response, Page<T> page, ItemWriter<? super T> writer) {
        Json.send(response, json -> {
            json.writeStartObject();
            writeItems(json, page.items(), writer);
            if (page.next() != null) {
                json.writeStringField("next", page.next());
            }
            json.writeEndObject();
        });
    }

    static <T> void sendItems(ServerResponse response, List<T> items, ItemWriter<? super T> writer) {
        Json.send(response, json -> {
            json.writeStartObject();
            writeItems(json, items, writer);
            json.writeEndObject();
        });
    }

    static <T> void writeItems(JsonGenerator json, List<T> items, ItemWriter<? super T> writer) throws IOException {
        json.writeArrayFieldStart("items");
        for (T item : items) {
            writer.write(json, item);
        }
        json.writeEndArray();
    }

    /** Answers what was found, or 404. */
    static <T> void sendFound(ServerResponse response, Optional<T> found, String what, ItemWriter<? super T> writer) {
        T item = found.orElseThrow(() -> missing(what));
        Json.send(response, json -> writer.write(json, item));
    }

    /** Refuses what is asked of an account that the caller does not see. */
    static void requireAccount(Views views, Caller caller, int account) {
        if (views.account(caller.scope(), account).isEmpty()) {
            throw missing("account");
        }
    }

    static Problem missing(String what) {
        return Problem.notFound("There is no such " + what + ", or none that you may see.");
    }
}
