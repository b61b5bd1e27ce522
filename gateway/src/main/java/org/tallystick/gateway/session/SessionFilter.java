package org.tallystick.gateway.session;

import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tallystick.gateway.http.Exchange;

/**
 * Finds out who asks, before anything answers: from a bearer token, else from a cookie. Whoever is not signed in passes,
 * and is stopped where {@link Caller#of} is asked.
 */
public final class SessionFilter implements Filter {

    private static final String BEARER = "Bearer ";
    private static final Set<String> SECRET_NAMES = Set.of("token", "access_token", "session", "authorization");

    private final Sessions sessions;

    public SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Caller.put(request, Optional.empty());
        refuseTokenInUrl(request.query());
        Optional<Caller> caller = session(request).map(Caller::of);
        if (caller.isPresent() && caller.get().byCookie() && !SameOrigin.onlyReads(request)) {
            SameOrigin.require(request);
        }
        Caller.put(request, caller);
        caller.ifPresent(known -> Exchange.of(request).askedBy(known.party()));
        chain.proceed();
    }

    /** A cookie counts only where no token is sent, and neither can stand in for the other. */
    private Optional<Session> session(ServerRequest request) {
        List<String> authorizations = request.headers().values(HeaderNames.AUTHORIZATION);
        if (authorizations.size() > 1) {
            throw Refusals.twoTokens();
        }
        if (!authorizations.isEmpty()) {
            String value = authorizations.getFirst();
            return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? sessions.use(value.substring(BEARER.length()).strip()).filter(session -> !session.byCookie())
                    : Optional.empty();
        }
        return SessionCookie.token(request).flatMap(sessions::use).filter(Session::byCookie);
    }

    private void refuseTokenInUrl(UriQuery query) {
        for (String name : query.names()) {
            boolean hasToken = false;
            for (String value : query.all(name)) {
                hasToken |= sessions.end(value);
            }
            if (hasToken || SECRET_NAMES.contains(name)) {
                throw Refusals.tokenInUrl();
            }
        }
    }
}
