package org.tallystick.gateway.api;

import java.util.List;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Query;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;

/** Settlements, their flow, and debts that stand. */
final class SettlementApi {

    private static final int USUAL_MINUTES = 60;
    private static final int MOST_MINUTES = 1_440;

    private final Views views;

    SettlementApi(Views views) {
        this.views = views;
    }

    List<Endpoint> endpoints(Reading reading) {
        return List.of(
                reading.list(
                        "/settlements",
                        Set.of("state", "party", "asset", "from", "to", "awaiting"),
                        (caller, query, response) -> Reading.sendPage(
                                response,
                                views.settlements(caller.scope(), filter(query), query.page()),
                                SettlementJson::settlement)),
                reading.get(
                        "/settlements/{settlement}",
                        Set.of(),
                        (caller, query, response) -> Reading.sendFound(
                                response,
                                views.settlement(caller.scope(), query.pathLong("settlement")),
                                "settlement",
                                SettlementJson::settlement)),
                reading.list(
                        "/obligations",
                        Set.of("openOnly"),
                        (caller, query, response) -> Reading.sendPage(
                                response,
                                views.obligations(caller.scope(), query.flag("openOnly", true), query.page()),
                                SettlementJson::obligation)),
                reading.get(
                        "/flow",
                        Set.of("from", "minutes"),
                        (caller, query, response) -> Reading.sendItems(
                                response,
                                views.flow(caller.scope(), query.millis("from"), minutes(query)),
                                SettlementJson::flow)));
    }

    private static int minutes(Query query) {
        return (int) query.number("minutes", USUAL_MINUTES, 1, MOST_MINUTES);
    }

    private static SettlementFilter filter(Query query) {
        return new SettlementFilter(
                query.choice("state", SettlementView.State.class),
                query.reference("party"),
                query.reference("asset"),
                query.millis("from"),
                query.millis("to"),
                query.reference("awaiting"));
    }
}
