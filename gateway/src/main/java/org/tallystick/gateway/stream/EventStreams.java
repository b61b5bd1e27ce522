package org.tallystick.gateway.stream;

import com.fasterxml.jackson.core.JsonGenerator;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.tallystick.gateway.api.HoldingJson;
import org.tallystick.gateway.api.ReceiptDetails;
import org.tallystick.gateway.api.SettlementJson;
import org.tallystick.gateway.api.Stays;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Problem;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.LedgerOverview;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.StatementLine;

/**
 * {@code /api/v1/events/...}: server-sent events of what the caller may see. An event's id is the entry of the log it is of;
 * a client that was cut off says the last it had ({@code Last-Event-ID}, or {@code after}) and misses nothing.
 */
public final class EventStreams {

    private static final String PATH = "/api/v1/events/";
    private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
    private static final int MOST_AT_ONCE = 500;
    private static final long NO_ID = 0;

    /** News of a short while go together: a reader is no slower for it, and the tables are asked less often. */
    private static final long GATHER_MILLIS = 100;

    private static final long OVERVIEW_MILLIS = 1_000;

    private final Views views;
    private final Projection projection;
    private final Advances advances;
    private final Predicate<Caller> inForce;
    private final Duration heartbeat;
    private final Stays streams;

    /**
     * @param inForce whether a caller's session still is
     * @param heartbeat how often a stream with nothing to tell says that it lives
     * @param mostOfParty streams a party may have open
     */
    public EventStreams(
            Views views, Projection projection, Predicate<Caller> inForce, Duration heartbeat, int mostOfParty) {
        this.views = views;
        this.projection = projection;
        this.advances = new Advances(projection);
        this.inForce = inForce;
        this.heartbeat = heartbeat;
        this.streams = new Stays("streams", mostOfParty);
    }

    /** What it answers on. */
    public List<Endpoint> endpoints() {
        return List.of(
                stream("receipts", this::receipts),
                stream("accounts", this::accounts),
                stream("settlements", this::settlements),
                stream("overview", this::overview));
    }

    /** Tells what is new after an entry; answers the entry up to which everything has been told. */
    @FunctionalInterface
    private interface News {
        long tell(Caller caller, long after, EventWriter to) throws IOException;
    }

    private Endpoint stream(String name, News news) {
        long gather = name.equals("overview") ? OVERVIEW_MILLIS : GATHER_MILLIS;
        return Endpoint.get(PATH + name, Set.of("after"), (request, response) -> {
            Caller caller = Caller.of(request);
            long after = after(request);
            try (Stays.Stay _ = streams.begin(caller, request)) {
                run(caller, after, gather, news, response);
            }
        });
    }

    private long after(ServerRequest request) {
        long asked = Query.of(request).number("after", projection.position(), 0, Long.MAX_VALUE);
        String last = request.headers().first(LAST_EVENT_ID).orElse("");
        if (last.isEmpty()) {
            return asked;
        }
        if (!last.matches("\\d{1,18}")) {
            throw Problem.badRequest("BAD_PARAMETER", "Last-Event-ID is the id of an event: a whole number.");
        }
        return Long.parseLong(last);
    }

    /** Until the client goes, its session ends or the gateway stops. */
    private void run(Caller caller, long from, long gatherMillis, News news, ServerResponse response) {
        long told = from;
        try (EventWriter to = EventWriter.open(response)) {
            while (inForce.test(caller)) {
                long position = advances.awaitMoreThan(told, heartbeat.toMillis());
                if (position > told) {
                    told = news.tell(caller, told, to);
                    Thread.sleep(gatherMillis);
                } else {
                    to.comment("alive");
                }
            }
            to.event("ended", NO_ID, "{}".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | UncheckedIOException gone) {
            // The client has gone: that is how a stream ends.
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private long receipts(Caller caller, long after, EventWriter to) throws IOException {
        long position = views.position();
        List<ReceiptView> news = views.receiptsAfter(caller.scope(), after, MOST_AT_ONCE);
        return told(to, "receipt", news, ReceiptView::index, ReceiptDetails::summary, position);
    }

    private long accounts(Caller caller, long after, EventWriter to) throws IOException {
        long position = views.position();
        List<StatementLine> news = views.movementsAfter(caller.scope(), after, MOST_AT_ONCE);
        return told(to, "movement", news, StatementLine::index, HoldingJson::line, position);
    }

    private long settlements(Caller caller, long after, EventWriter to) throws IOException {
        long position = views.position();
        List<SettlementView> news = views.settlementsAfter(caller.scope(), after, MOST_AT_ONCE);
        return told(to, "settlement", news, SettlementView::changedIndex, SettlementJson::settlement, position);
    }

    @FunctionalInterface
    private interface ItemWriter<T> {
        void write(JsonGenerator json, T item) throws IOException;
    }

    /**
     * Tells the news, which are those of whole entries: there may be more after them, however few they are. Of several
     * events of one entry only the last carries its id: a client cut off between them is told all again.
     *
     * @param position how far the tables were before they were asked
     */
    private static <T> long told(
            EventWriter to, String name, List<T> news, ToLongFunction<T> indexOf, ItemWriter<T> writer, long position)
            throws IOException {
        for (int i = 0; i < news.size(); i++) {
            T item = news.get(i);
            long index = indexOf.applyAsLong(item);
            boolean isLast = i + 1 == news.size() || indexOf.applyAsLong(news.get(i + 1)) != index;
            to.event(name, isLast ? index : NO_ID, Json.bytes(json -> writer.write(json, item)));
        }
        return news.isEmpty() ? position : indexOf.applyAsLong(news.getLast());
    }

    private long overview(Caller caller, long after, EventWriter to) throws IOException {
        LedgerOverview overview = views.overview(caller.scope());
        to.event("overview", overview.position(), Json.bytes(json -> {
            json.writeStartObject();
            json.writeNumberField("position", overview.position());
            json.writeNumberField("lag", projection.lag());
            json.writeNumberField("timeMillis", overview.timeMillis());
            json.writeNumberField("settlementsPending", overview.settlementsPending());
            json.writeNumberField("settlementsFinal", overview.settlementsFinal());
            json.writeNumberField("obligationsOpen", overview.obligationsOpen());
            json.writeEndObject();
        }));
        return overview.position();
    }
}
