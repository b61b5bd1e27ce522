package org.tallystick.gateway.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.SmallJson;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.wire.signature.Signature;

/** Signing in and out: {@code /api/v1/sessions}. */
public final class SessionApi {

    private static final String PATH = "/api/v1/sessions";
    private static final int MOST_BYTES = 8_192;

    private final Sessions sessions;
    private final SessionLimits limits;
    private final SignIn signIn;
    private final Body body;

    /**
     * @param ledger the ledger's name
     * @param refused keys that do not count here though the ledger knows them: those of demonstrations
     */
    public SessionApi(
            String ledger,
            Views views,
            Sessions sessions,
            SessionLimits limits,
            Predicate<PublicKey> refused,
            Body body,
            InstantSource clock) {
        this.sessions = sessions;
        this.limits = limits;
        this.signIn = new SignIn(ledger, views, sessions, limits, refused, clock);
        this.body = body;
    }

    /** What it answers on. */
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.post(PATH + "/challenges", this::challenge),
                Endpoint.post(PATH, this::open),
                Endpoint.get(PATH, Set.of(), this::list),
                Endpoint.get(PATH + "/current", Set.of(), this::current),
                Endpoint.delete(PATH + "/current", this::endCurrent),
                Endpoint.delete(PATH + "/{id}", this::end));
    }

    private void challenge(ServerRequest request, ServerResponse response) {
        PublicKey key = SmallJson.read(request, body, MOST_BYTES, "publicKey").key("publicKey");
        Challenges.Challenge challenge =
                signIn.challenge(key, request.authority(), request.remotePeer().address());
        SmallJson.send(
                response,
                SmallJson.object()
                        .put("challenge", Base64.getEncoder().encodeToString(challenge.bytes()))
                        .put("expiresAtMillis", challenge.expiresMillis()));
    }

    private void open(ServerRequest request, ServerResponse response) {
        SmallJson asked = SmallJson.read(request, body, MOST_BYTES, "publicKey", "challenge", "signature", "cookie");
        boolean byCookie = asked.flag("cookie");
        if (byCookie) {
            SameOrigin.require(request);
        }
        Sessions.Opened opened = signIn.open(
                new Signature(asked.key("publicKey"), asked.signature("signature")),
                asked.base64("challenge"),
                request.authority(),
                request.remotePeer().address(),
                byCookie);
        ObjectNode json = json(opened.session(), true);
        if (byCookie) {
            SessionCookie.token(request).ifPresent(sessions::end);
            response.headers().addCookie(SessionCookie.holding(opened.token(), limits.longest(), request));
        } else {
            json.put("token", opened.token());
        }
        response.status(Status.CREATED_201);
        SmallJson.send(response, json);
    }

    private void list(ServerRequest request, ServerResponse response) {
        Caller caller = Caller.of(request);
        ObjectNode json = SmallJson.object();
        ArrayNode list = json.putArray("items");
        for (Session session : sessions.of(caller.party())) {
            list.add(json(session, session.id().equals(caller.sessionId())));
        }
        SmallJson.send(response, json);
    }

    private void current(ServerRequest request, ServerResponse response) {
        Caller caller = Caller.of(request);
        Session session = sessions.of(caller.party()).stream()
                .filter(candidate -> candidate.id().equals(caller.sessionId()))
                .findFirst()
                .orElseThrow(Refusals::signInNeeded);
        SmallJson.send(response, json(session, true));
    }

    private void endCurrent(ServerRequest request, ServerResponse response) {
        end(Caller.of(request), Caller.of(request).sessionId(), request, response);
    }

    private void end(ServerRequest request, ServerResponse response) {
        end(Caller.of(request), request.path().pathParameters().get("id"), request, response);
    }

    private void end(Caller caller, String id, ServerRequest request, ServerResponse response) {
        if (!sessions.end(caller.party(), id)) {
            throw Refusals.unknownSession();
        }
        if (caller.byCookie() && id.equals(caller.sessionId())) {
            response.headers().addCookie(SessionCookie.none(request));
        }
        response.status(Status.NO_CONTENT_204).send();
    }

    private ObjectNode json(Session session, boolean current) {
        PartyView party = session.holder().party();
        ObjectNode json = SmallJson.object()
                .put("id", session.id())
                .put("party", party.party())
                .put("partyCode", party.code())
                .put("partyName", party.name());
        ArrayNode roles = json.putArray("roles");
        party.roles().forEach(role -> roles.add(role.name()));
        return json.put("publicKey", session.holder().key().toString())
                .put("cookie", session.byCookie())
                .put("current", current)
                .put("openedAtMillis", session.openedMillis())
                .put("usedAtMillis", session.usedMillis())
                .put("expiresAtMillis", sessions.expiresMillis(session));
    }
}
