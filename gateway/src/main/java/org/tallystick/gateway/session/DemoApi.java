package org.tallystick.gateway.session;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Set;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Json;
import org.tallystick.gateway.http.Problem;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.KeyHolder;

/** As whom one may sign in to look at a demonstration; elsewhere there is nothing here. */
public record DemoApi(boolean demo, List<DemoIdentity> identities, Views views) {

    /** What it answers on. */
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/api/v1/demo/identities", Set.of(), this::list));
    }

    private void list(ServerRequest request, ServerResponse response) {
        if (!demo) {
            throw Problem.notFound("This ledger is not a demonstration.");
        }
        Json.send(response, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("items");
            for (DemoIdentity identity : identities) {
                KeyHolder holder = views.keyHolder(identity.publicKey()).orElse(null);
                if (holder != null && Sessions.mayAct(holder)) {
                    json.writeStartObject();
                    json.writeNumberField("party", holder.party().party());
                    json.writeStringField("partyCode", holder.party().code());
                    json.writeStringField("name", holder.party().name());
                    json.writeStringField("words", identity.words());
                    json.writeArrayFieldStart("roles");
                    for (Role role : holder.party().roles()) {
                        json.writeString(role.name());
                    }
                    json.writeEndArray();
                    json.writeStringField("publicKey", identity.publicKey().toString());
                    json.writeStringField("privateKeyPem", identity.privateKeyPem());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
