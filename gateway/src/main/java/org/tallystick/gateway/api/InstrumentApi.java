package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.security.CashFlows;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;

/** What can be held, by its CUSIP or code or by its number. */
final class InstrumentApi {

    private static final int CUSIP_CHARACTERS = 9;
    private static final int USUAL = 100;

    private final Views views;
    private final CashFlows cashFlows;

    InstrumentApi(Views views, CashFlows cashFlows) {
        this.views = views;
        this.cashFlows = cashFlows;
    }

    List<Endpoint> endpoints(Reading reading) {
        return List.of(
                reading.list(
                        "/instruments",
                        Set.of("kind", "text", "outstandingOnly"),
                        (caller, query, response) -> Reading.sendPage(
                                response, views.instruments(filter(query), query.page()), InstrumentJson::instrument)),
                reading.get(
                        "/instruments/{instrument}",
                        Set.of(),
                        (caller, query, response) ->
                                Reading.sendFound(response, find(query), "instrument", InstrumentJson::instrument)),
                reading.get(
                        "/instruments/{instrument}/cash-flows",
                        Set.of(),
                        (caller, query, response) -> Reading.sendItems(
                                response, cashFlows.schedule(asset(query)), InstrumentJson::cashFlow)),
                reading.get(
                        "/instruments/{instrument}/prices",
                        Set.of("limit"),
                        (caller, query, response) -> Reading.sendItems(
                                response, views.prices(asset(query), most(query)), InstrumentJson::price)),
                reading.list(
                        "/instruments/{instrument}/auctions",
                        Set.of(),
                        (caller, query, response) -> Reading.sendPage(
                                response, views.auctions(asset(query), query.page()), InstrumentJson::auction)),
                reading.list(
                        "/instruments/{instrument}/distributions",
                        Set.of(),
                        (caller, query, response) -> Reading.sendPage(
                                response,
                                views.distributions(asset(query), query.page()),
                                InstrumentJson::distribution)),
                reading.get("/instruments/{instrument}/holders", Set.of("limit"), this::holders));
    }

    private static InstrumentFilter filter(Query query) {
        return new InstrumentFilter(
                query.choice("kind", InstrumentView.Kind.class),
                query.text("text"),
                query.flag("outstandingOnly", false));
    }

    private void holders(Caller caller, Query query, ServerResponse response) {
        Reading.sendItems(response, views.holders(caller.scope(), asset(query), most(query)), HoldingJson::holder);
    }

    private static int most(Query query) {
        return (int) query.number("limit", USUAL, 1, Page.Request.MOST);
    }

    private int asset(Query query) {
        return require(query).asset();
    }

    private InstrumentView require(Query query) {
        return find(query).orElseThrow(() -> Reading.missing("instrument"));
    }

    /** A CUSIP may be digits only; no ledger has so many assets that a number could be taken for one. */
    private Optional<InstrumentView> find(Query query) {
        String name = query.pathText("instrument");
        boolean isNumber = name.length() < CUSIP_CHARACTERS && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber
                ? views.instrument(query.pathInt("instrument"))
                : views.instrument(name.toUpperCase(Locale.ROOT));
    }
}
