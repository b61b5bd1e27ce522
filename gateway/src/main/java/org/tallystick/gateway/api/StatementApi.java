package org.tallystick.gateway.api;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.StatementLine;

/** The movements of an account: in pages of JSON, or the whole period as one CSV file. */
final class StatementApi {

    private static final int CSV_PAGE = Page.Request.MOST;

    private final Views views;

    /** What is asked of an account. */
    private record Asked(int account, int asset, long fromMillis, long toMillis) {}

    StatementApi(Views views) {
        this.views = views;
    }

    List<Endpoint> endpoints(Reading reading) {
        return List.of(reading.list("/accounts/{account}/statement", Set.of("asset", "from", "to"), this::statement));
    }

    private void statement(Caller caller, Query query, ServerResponse response) throws IOException {
        long to = query.millis("to");
        Asked asked = new Asked(
                query.pathInt("account"),
                query.reference("asset"),
                query.millis("from"),
                to == 0 ? Long.MAX_VALUE : to);
        Reading.requireAccount(views, caller, asked.account());
        if (query.accepts("text/csv")) {
            sendCsv(caller, asked, response);
        } else {
            Reading.sendPage(response, page(caller, asked, query.page()), HoldingJson::line);
        }
    }

    private Page<StatementLine> page(Caller caller, Asked asked, Page.Request page) {
        return views.statement(
                caller.scope(), asked.account(), asked.asset(), asked.fromMillis(), asked.toMillis(), page);
    }

    private void sendCsv(Caller caller, Asked asked, ServerResponse response) throws IOException {
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8");
        response.header(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"statement-" + asked.account() + ".csv\"");
        Page<StatementLine> page = page(caller, asked, Page.Request.first(CSV_PAGE));
        Writer out = new OutputStreamWriter(response.outputStream(), StandardCharsets.UTF_8);
        try (StatementCsv csv = new StatementCsv(out)) {
            while (true) {
                page.items().forEach(csv::write);
                if (page.next() == null) {
                    return;
                }
                page = page(caller, asked, new Page.Request(CSV_PAGE, page.next()));
            }
        }
    }
}
