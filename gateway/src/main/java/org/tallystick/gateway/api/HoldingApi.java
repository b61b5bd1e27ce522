package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.HoldingView;
import org.tallystick.readmodel.view.InstrumentView;

/** What is held and on hold. */
final class HoldingApi {

    private final Views views;

    HoldingApi(Views views) {
        this.views = views;
    }

    List<Endpoint> endpoints(Reading reading) {
        return List.of(
                reading.list(
                        "/holdings",
                        Set.of(),
                        (caller, query, response) -> Reading.sendPage(
                                response, views.holdings(caller.scope(), query.page()), HoldingJson::holding)),
                reading.list(
                        "/holds",
                        Set.of(),
                        (caller, query, response) -> Reading.sendPage(
                                response, views.holds(caller.scope(), query.page()), HoldingJson::hold)),
                reading.get("/accounts/{account}/holdings", Set.of(), this::ofAccount),
                reading.get("/accounts/{account}/holdings/{asset}", Set.of(), this::one));
    }

    private void ofAccount(Caller caller, Query query, ServerResponse response) {
        int account = query.pathInt("account");
        List<HoldingView> holdings = views.holdings(caller.scope(), account);
        if (holdings.isEmpty()) {
            Reading.requireAccount(views, caller, account);
        }
        Reading.sendItems(response, holdings, HoldingJson::holding);
    }

    /** One read for what has been held; only where there is nothing is it asked why. */
    private void one(Caller caller, Query query, ServerResponse response) {
        int account = query.pathInt("account");
        int asset = query.pathInt("asset");
        Optional<HoldingView> found = views.holding(caller.scope(), account, asset);
        HoldingView holding = found.isPresent() ? found.get() : empty(caller, account, asset);
        Json.send(response, json -> HoldingJson.holding(json, holding));
    }

    private HoldingView empty(Caller caller, int account, int asset) {
        Reading.requireAccount(views, caller, account);
        InstrumentView instrument = views.instrument(asset).orElseThrow(() -> Reading.missing("asset"));
        return new HoldingView(account, asset, instrument.code(), instrument.scale(), 0, 0, 0);
    }
}
