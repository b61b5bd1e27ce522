package org.tallystick.gateway.session;

import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.Scope;

/**
 * Who asks, as the session of the request says.
 *
 * @param key the key that signed in; the session ends when the ledger revokes it
 * @param sessionId names the session and is no secret
 * @param scope what may be read
 * @param byCookie whether the session came in a cookie, which a browser sends without being asked, and not as a bearer
 *     token
 */
public record Caller(
        int party, String partyCode, List<Role> roles, PublicKey key, String sessionId, Scope scope, boolean byCookie) {

    /** Who asks, or nobody. Set anew for every request, as a context may live as long as its connection. */
    private record Visitor(Optional<Caller> caller) {}

    /**
     * Who asks.
     *
     * @throws org.tallystick.gateway.http.Problem 401 {@code SIGN_IN_NEEDED} when nobody is signed in
     */
    public static Caller of(ServerRequest request) {
        return find(request).orElseThrow(Refusals::signInNeeded);
    }

    /** Who asks; empty when nobody is signed in. */
    public static Optional<Caller> find(ServerRequest request) {
        return request.context().get(Caller.class, Visitor.class).flatMap(Visitor::caller);
    }

    static void put(ServerRequest request, Optional<Caller> caller) {
        request.context().register(Caller.class, new Visitor(caller));
    }

    static Caller of(Session session) {
        List<Role> roles = session.holder().party().roles();
        return new Caller(
                session.holder().party().party(),
                session.holder().party().code(),
                roles,
                session.holder().key(),
                session.id(),
                scope(session.holder().party().party(), roles),
                session.byCookie());
    }

    private static Scope scope(int party, List<Role> roles) {
        return roles.contains(Role.OPERATOR) || roles.contains(Role.SUPERVISOR)
                ? Scope.everything()
                : Scope.ofParty(party);
    }
}
