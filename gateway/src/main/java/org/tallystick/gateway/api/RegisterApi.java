package org.tallystick.gateway.api;

import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Query;
import org.tallystick.gateway.session.Caller;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.readmodel.view.PartyView;

/** Where the ledger is at, its parties and accounts. */
final class RegisterApi {

    private final Views views;

    RegisterApi(Views views) {
        this.views = views;
    }

    List<Endpoint> endpoints(Reading reading) {
        return List.of(
                reading.get("/overview", Set.of(), (caller, query, response) -> {
                    var overview = views.overview(caller.scope());
                    Json.send(response, json -> RegisterJson.overview(json, overview));
                }),
                reading.get(
                        "/supply",
                        Set.of(),
                        (caller, query, response) -> Reading.sendItems(response, views.supply(), RegisterJson::supply)),
                reading.list(
                        "/parties",
                        Set.of(),
                        (caller, query, response) ->
                                Reading.sendPage(response, views.parties(query.page()), RegisterJson::party)),
                reading.get("/parties/{party}", Set.of(), this::party),
                reading.list(
                        "/accounts",
                        Set.of(),
                        (caller, query, response) -> Reading.sendPage(
                                response, views.accounts(caller.scope(), query.page()), RegisterJson::account)),
                reading.get(
                        "/accounts/{account}",
                        Set.of(),
                        (caller, query, response) -> Reading.sendFound(
                                response,
                                views.account(caller.scope(), query.pathInt("account")),
                                "account",
                                RegisterJson::account)),
                reading.get(
                        "/accounts/{account}/owner",
                        Set.of(),
                        (caller, query, response) -> Reading.sendFound(
                                response, views.ownerOf(query.pathInt("account")), "account", RegisterJson::party)));
    }

    private void party(Caller caller, Query query, ServerResponse response) {
        PartyView party = views.party(query.pathInt("party")).orElseThrow(() -> Reading.missing("party"));
        List<KeyHolder> keys = views.keys(caller.scope(), party.party());
        Json.send(response, json -> RegisterJson.party(json, party, keys));
    }
}
