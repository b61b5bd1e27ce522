package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.Flow;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;

/** The first page: what the ledger is at. */
final class OverviewPages {

    private static final int MINUTES = 240;

    private final Views views;
    private final Press press;
    private final Standing standing;

    OverviewPages(Views views, Press press, Standing standing) {
        this.views = views;
        this.press = press;
        this.standing = standing;
    }

    void overview(Visitor visitor, Asked asked, ServerResponse response) {
        OverviewPage page = new OverviewPage(
                standing.ready().getAsBoolean(),
                views.overview(visitor.scope()),
                OverviewPage.grouped(views.supply()),
                settlements(visitor, new SettlementFilter(null, 0, 0, 0, 0, visitor.party())),
                settlements(visitor, SettlementFilter.all()),
                views.obligations(visitor.scope(), true, Page.Request.first(10)).items());
        press.show(response, press.frame(visitor, "Overview", "/"), "overview", Map.of("page", page));
    }

    private List<SettlementView> settlements(Visitor visitor, SettlementFilter filter) {
        return views.settlements(visitor.scope(), filter, Page.Request.first(10))
                .items();
    }

    /** What the chart draws: seconds, then how many were instructed, became final, ended. */
    void flow(Visitor visitor, Asked asked, ServerResponse response) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode seconds = json.putArray("seconds");
        ArrayNode instructed = json.putArray("instructed");
        ArrayNode settled = json.putArray("settled");
        ArrayNode ended = json.putArray("ended");
        for (Flow minute : views.flow(visitor.scope(), 0, MINUTES)) {
            seconds.add(minute.minuteMillis() / 1_000);
            instructed.add(minute.instructed());
            settled.add(minute.settled());
            ended.add(minute.ended());
        }
        response.header(HeaderNames.CONTENT_TYPE, "application/json");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(json.toString());
    }
}
